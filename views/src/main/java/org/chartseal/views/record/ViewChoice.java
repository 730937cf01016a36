package org.chartseal.views.record;

import java.util.List;
import javafx.scene.Parent;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.layout.Keyboard;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** Timeline or list: the same entries either way. */
final class ViewChoice extends HBox {

  private final Kit kit;
  private final Texts texts;
  private final EntryTable list;
  private final LifeView timeline;
  private final ToggleGroup group = new ToggleGroup();

  /**
   * @param place where the chosen one is shown
   */
  ViewChoice(Kit kit, EntryTable list, LifeView timeline, StackPane place) {
    this.kit = kit;
    this.texts = kit.texts(ViewChoice.class);
    this.list = list;
    this.timeline = timeline;
    ToggleButton first = toggle("view-timeline", Material2MZ.TIMELINE);
    ToggleButton second = toggle("view-list", Material2AL.LIST);
    first.textProperty().bind(texts.bind("view.timeline"));
    second.textProperty().bind(texts.bind("view.list"));
    first.getStyleClass().add("left-pill");
    second.getStyleClass().add("right-pill");
    getChildren().addAll(first, second);
    // Arrow keys select without an action.
    group
        .selectedToggleProperty()
        .subscribe((before, now) -> {
          if (now != null) {
            place.getChildren().setAll(now.equals(first) ? timeline : list);
          } else if (before != null) {
            before.setSelected(true);
          }
        });
    first.setSelected(true);
  }

  /** The two of it. */
  List<ToggleButton> toggles() {
    return group.getToggles().stream().map(ToggleButton.class::cast).toList();
  }

  /** Gives the keyboard to what is shown, unless somebody has it on this screen already. */
  void takeKeyboard(Parent screen) {
    if (!Keyboard.isIn(screen)) {
      keyboard();
    }
  }

  /** Gives the keyboard to what is shown. */
  void keyboard() {
    kit.focus(list.getScene() == null ? timeline.first() : list);
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
