package org.chartseal.views.kit.theme;

import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.scene.Scene;
import javafx.util.Subscription;

/** How the window looks, and how large. */
public final class Appearance {

  /** The scales that people choose from, the smallest first. */
  public static final List<Double> SCALES = List.of(1.0, 1.25, 1.5, 1.75, 2.0);

  private final ObjectProperty<Theme> theme;
  private final DoubleProperty scale;

  public Appearance(Theme theme, double scale) {
    this.theme = new SimpleObjectProperty<>(theme);
    this.scale = new SimpleDoubleProperty(Math.clamp(scale, SCALES.getFirst(), SCALES.getLast()));
  }

  public ObjectProperty<Theme> themeProperty() {
    return theme;
  }

  /** Not outside of {@link #SCALES}. */
  public DoubleProperty scaleProperty() {
    return scale;
  }

  /**
   * Dresses a scene now and whenever the theme changes.
   *
   * @return to be ended when the scene is not shown any more
   */
  public Subscription dress(Scene scene) {
    return theme.subscribe(now -> {
      Application.setUserAgentStylesheet(now.base());
      scene.getStylesheets().setAll(List.of(sheet(now.tokens()), sheet("components.css")));
    });
  }

  private static String sheet(String name) {
    return Objects.requireNonNull(Appearance.class.getResource(name), name).toExternalForm();
  }
}
