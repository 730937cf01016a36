package org.chartseal.views.record;

import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableBooleanValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.util.Subscription;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.entry.EntryWords;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;

/** What is marked to be compared, and how to go on; nothing while nothing is marked. */
final class CompareBar extends HBox {

  private final Kit kit;
  private final Texts texts;
  private final CompareMarks marks;
  private final Runnable compare;
  private final Label words = new Label();
  private final Button go = new Button();

  /**
   * @param comparing while both are shown, they need not be named here
   * @param compare shows both that are marked
   */
  CompareBar(Kit kit, CompareMarks marks, ObservableBooleanValue comparing, Runnable compare) {
    this.kit = kit;
    this.texts = kit.texts(CompareBar.class);
    this.marks = marks;
    this.compare = compare;
    setId("compare-bar");
    getStyleClass().addAll("cs-toolbar", "cs-compare-bar");
    setAlignment(Pos.CENTER_LEFT);
    managedProperty().bind(visibleProperty());
    visibleProperty()
        .bind(
            Bindings.createBooleanBinding(
                () -> !marks.markedProperty().get().isEmpty() && !comparing.get(),
                marks.markedProperty(),
                comparing));
    words.setId("compare-marked");
    words.setWrapText(true);
    go.setId("compare-go");
    go.textProperty().bind(texts.bind("compare.go"));
    go.setMinWidth(Region.USE_PREF_SIZE);
    go.setOnAction(pressed -> compare.run());
    Button clear = new Button();
    clear.setId("compare-clear");
    clear.textProperty().bind(texts.bind("compare.clear"));
    clear.setMinWidth(Region.USE_PREF_SIZE);
    clear.setOnAction(pressed -> marks.clear());
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    getChildren().addAll(new FontIcon(Material2AL.COMPARE_ARROWS), words, gap, go, clear);
    marks.markedProperty().subscribe(now -> show());
  }

  /** Follows the language until it is unsubscribed. */
  Subscription attach() {
    return kit.localisation().languageProperty().subscribe(language -> show());
  }

  /** Marks with M, and with the space bar where it does nothing else; compares with C. */
  void takeKeys(Node list, EntryTable table) {
    list.addEventFilter(
        KeyEvent.KEY_PRESSED,
        key -> {
          RecordItem item = table.getSelectionModel().getSelectedItem();
          if (item == null || key.isShortcutDown() || key.isAltDown()) {
            return;
          }
          switch (key.getCode()) {
            case M -> {
              marks.toggle(item);
              key.consume();
            }
            case SPACE -> {
              if (table.isFocused()) {
                marks.toggle(item);
                key.consume();
              }
            }
            case C -> {
              marks.partnerOf(item).ifPresent(partner -> marks.toggle(item));
              compare.run();
              key.consume();
            }
            default -> {
              // It is for the list.
            }
          }
        });
  }

  /** Marks an entry; with another one that waits, compares both. */
  Button button(RecordItem item) {
    Button button = new Button();
    button.setId("entry-compare");
    button.setMinWidth(Region.USE_PREF_SIZE);
    button.setGraphic(new FontIcon(Material2AL.COMPARE_ARROWS));
    Tooltip tip = new Tooltip();
    tip.textProperty().bind(texts.bind("compare.tip"));
    button.setTooltip(tip);
    name(button, item);
    button.setOnAction(pressed -> {
      boolean partner = marks.partnerOf(item).isPresent();
      marks.toggle(item);
      name(button, item);
      if (partner) {
        compare.run();
      }
    });
    return button;
  }

  private void name(Button button, RecordItem item) {
    String key =
        marks.isMarked(item)
            ? "compare.unmark"
            : marks.partnerOf(item).isPresent() ? "compare.with.marked" : "compare.with";
    button.textProperty().bind(texts.bind(key));
  }

  private void show() {
    List<RecordItem> marked = marks.inOrder();
    String titles =
        marked.stream()
            .map(item ->
                texts.get(
                    "compare.one",
                    new EntryWords(kit).title(item.title()),
                    kit.formats().clinicalDay(item.date())))
            .collect(Collectors.joining(" ↔ "));
    words.setText(marked.size() == 1 ? texts.get("compare.marked", titles) : titles);
    go.setDisable(marked.size() < 2);
  }
}
