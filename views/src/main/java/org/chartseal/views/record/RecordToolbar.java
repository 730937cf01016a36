package org.chartseal.views.record;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.DoubleProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.Region;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.layout.FittingBar;
import org.chartseal.views.kit.layout.Shown;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What can be done with an open record as a whole, in one row. */
final class RecordToolbar {

  private final Texts texts;
  private final TextField filter = new TextField();
  private final ProgressBar progress = new ProgressBar();
  private final Button stop = new Button();
  private final Button again = new Button();
  private final Button end = new Button();
  private final FittingBar bar = new FittingBar();
  private final List<ButtonBase> pressed = new ArrayList<>();
  private final MenuButton export;

  /** What its own buttons do. */
  record Deeds(Consumer<String> filter, Runnable stop, Runnable again, Runnable end) {}

  /**
   * What others put into it.
   *
   * @param news reads what is new
   * @param additions what adds to the record
   * @param export takes it out
   */
  record Guests(ViewChoice choice, Button news, List<Node> additions, MenuButton export) {}

  /**
   * @param there whether there is a record to do something with
   * @param listed whether its entries are on show
   */
  RecordToolbar(Kit kit, Deeds deeds, Guests guests, BooleanBinding there, BooleanBinding listed) {
    this.texts = kit.texts(RecordToolbar.class);
    filter.setId("record-filter");
    filter.promptTextProperty().bind(texts.bind("filter"));
    filter.accessibleTextProperty().bind(texts.bind("filter"));
    filter.setPrefColumnCount(18);
    filter.setMinWidth(160);
    filter.textProperty().subscribe(deeds.filter());
    progress.setPrefWidth(96);
    progress.setVisible(false);
    progress.managedProperty().bind(progress.visibleProperty());
    button(stop, "record-stop", "stop", deeds.stop());
    shown(stop, false);
    button(again, "record-again", "again", deeds.again());
    again.setGraphic(new FontIcon(Material2MZ.REPLAY));
    shown(again, false);
    button(end, "record-end", "end", deeds.end());
    this.export = guests.export();
    export.setGraphic(new FontIcon(Material2AL.GET_APP));
    bar.getChildren().addAll(filter, guests.choice(), progress, stop, again, guests.news());
    bar.getChildren().addAll(guests.additions());
    bar.getChildren().addAll(export, end);
    bar.getStyleClass().add("cs-record-toolbar");
    guests.choice().toggles().forEach(bar::shorten);
    bar.shorten(again);
    bar.shorten(export);
    pressed.addAll(List.of(again, stop));
    for (Node addition : guests.additions()) {
      Shown.when(there, addition);
      if (addition instanceof ButtonBase button) {
        pressed.add(button);
      }
      // The first is used most.
      if (addition instanceof Labeled labeled && !addition.equals(guests.additions().getFirst())) {
        bar.shorten(labeled);
      }
    }
    pressed.add(end);
    Shown.when(there, export);
    Shown.when(listed, filter);
    Shown.when(listed, guests.choice());
    bar.getChildren().stream()
        .filter(Button.class::isInstance)
        .forEach(button -> ((Button) button).setMinWidth(Region.USE_PREF_SIZE));
  }

  Node view() {
    return bar;
  }

  DoubleProperty progressProperty() {
    return progress.progressProperty();
  }

  /**
   * Whether it is being read, and can be stopped.
   *
   * @param readable whether it can be read again when it is not
   */
  void reading(boolean is, boolean readable) {
    progress.setVisible(is);
    shown(stop, is);
    shown(again, !is && readable);
  }

  /** What can be done at the moment. */
  List<ScreenAct> acts() {
    List<ScreenAct> acts = new ArrayList<>(ScreenAct.of(pressed));
    if (export.isVisible()) {
      acts.addAll(ScreenAct.ofItems(export));
    }
    return acts;
  }

  private void button(Button button, String id, String key, Runnable deed) {
    button.setId(id);
    button.textProperty().bind(texts.bind(key));
    button.setOnAction(pressing -> deed.run());
  }

  private static void shown(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
