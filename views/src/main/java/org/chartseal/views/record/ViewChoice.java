package org.chartseal.views.record;

import javafx.scene.Node;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Timeline or list: the same entries either way. */
final class ViewChoice extends HBox {

  private final Texts texts;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param place where the chosen one is shown
   */
  ViewChoice(Kit kit, EntryTable list, LifeView timeline, StackPane place) {
    this.texts = kit.texts(ViewChoice.class);
    ToggleButton first = toggle("view-timeline", Material2MZ.TIMELINE);
    ToggleButton second = toggle("view-list", Material2AL.LIST);
    first.textProperty().bind(texts.bind("view.timeline"));
    second.textProperty().bind(texts.bind("view.list"));
    first.getStyleClass().add("left-pill");
    second.getStyleClass().add("right-pill");
    first.setOnAction(pressed -> show(place, timeline, first));
    second.setOnAction(pressed -> show(place, list, second));
    getChildren().addAll(first, second);
    show(place, timeline, first);
  }

  private static void show(StackPane place, Node view, ToggleButton button) {
    button.setSelected(true);
    place.getChildren().setAll(view);
  }

  private ToggleButton toggle(String id, Ikon icon) {
    ToggleButton button = new ToggleButton();
    button.setId(id);
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setGraphic(new FontIcon(icon));
    button.setToggleGroup(group);
    return button;
  }
}
