package org.chartseal.views.timeline;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.css.CssMetaData;
import javafx.css.FontCssMetaData;
import javafx.css.SimpleStyleableObjectProperty;
import javafx.css.StyleConverter;
import javafx.css.Styleable;
import javafx.css.StyleableObjectProperty;
import javafx.css.StyleableProperty;
import javafx.scene.layout.Region;
import javafx.scene.paint.Color;
import javafx.scene.text.Font;
import org.chartseal.views.timeline.draw.Ink;
import org.chartseal.views.timeline.draw.Palette;

/** The colours and the font that style sheets give a timeline. */
final class TimelineStyle {

  private static final Map<Ink, CssMetaData<TimelineView, Color>> COLOURS =
      new EnumMap<>(Ink.class);
  private static final CssMetaData<TimelineView, Font> FONT =
      new FontCssMetaData<>("-fx-font", Font.getDefault()) {
        @Override
        public boolean isSettable(TimelineView view) {
          return !view.style().font.isBound();
        }

        @Override
        public StyleableProperty<Font> getStyleableProperty(TimelineView view) {
          return view.style().font;
        }
      };
  private static final List<CssMetaData<? extends Styleable, ?>> ALL;

  static {
    List<CssMetaData<? extends Styleable, ?>> all = new ArrayList<>(Region.getClassCssMetaData());
    all.add(FONT);
    for (Ink ink : Ink.values()) {
      CssMetaData<TimelineView, Color> colour = new ColourMetaData(ink);
      COLOURS.put(ink, colour);
      all.add(colour);
    }
    ALL = Collections.unmodifiableList(all);
  }

  private final Map<Ink, StyleableObjectProperty<Color>> colours = new EnumMap<>(Ink.class);
  private final StyleableObjectProperty<Font> font;

  /**
   * The styles of one view.
   *
   * @param changed called after each change
   */
  TimelineStyle(TimelineView view, Runnable changed) {
    font = new SimpleStyleableObjectProperty<>(FONT, view, "font", Font.getDefault());
    font.subscribe(changed);
    COLOURS.forEach((ink, metaData) -> {
      StyleableObjectProperty<Color> colour =
          new SimpleStyleableObjectProperty<>(metaData, view, ink.property(), Color.TRANSPARENT);
      colour.subscribe(changed);
      colours.put(ink, colour);
    });
  }

  static List<CssMetaData<? extends Styleable, ?>> all() {
    return ALL;
  }

  Font font() {
    return font.get();
  }

  Palette palette() {
    Map<Ink, Color> now = new EnumMap<>(Ink.class);
    colours.forEach((ink, colour) -> now.put(ink, colour.get()));
    return new Palette(now);
  }

  private static final class ColourMetaData extends CssMetaData<TimelineView, Color> {

    private final Ink ink;

    ColourMetaData(Ink ink) {
      super(ink.property(), StyleConverter.getColorConverter(), Color.TRANSPARENT);
      this.ink = ink;
    }

    @Override
    public boolean isSettable(TimelineView view) {
      return !colour(view).isBound();
    }

    @Override
    public StyleableProperty<Color> getStyleableProperty(TimelineView view) {
      return colour(view);
    }

    private StyleableObjectProperty<Color> colour(TimelineView view) {
      return Objects.requireNonNull(view.style().colours.get(ink));
    }
  }
}
