package org.chartseal.views.queue;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Pos;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.form.Choice;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.queue.QueueFilter.Waiting;

/** Words, for what a claim waits, hospital, and the filters that were kept. */
final class FilterBar extends HBox {

  private final Kit kit;
  private final Texts texts;
  private final Consumer<List<SavedFilter>> keeper;
  private final TextField text = new TextField();
  private final ComboBox<Waiting> waiting;
  private final ComboBox<String> hospital;
  private final MenuButton saved = new MenuButton();
  private Runnable changed = () -> {};
  private List<SavedFilter> kept = List.of();

  /**
   * @param keeper is told all filters when one was kept or forgotten
   */
  FilterBar(Kit kit, Consumer<List<SavedFilter>> keeper) {
    this.kit = kit;
    this.texts = kit.texts(FilterBar.class);
    this.keeper = keeper;
    this.waiting = Choice.of(kit, List.of(Waiting.values()), one -> texts.word("waiting", one));
    this.hospital =
        Choice.of(kit, List.of(""), name -> name.isEmpty() ? texts.get("filter.hospitals") : name);
    getStyleClass().add("cs-toolbar");
    setAlignment(Pos.CENTER_LEFT);
    HBox.setHgrow(text, Priority.ALWAYS);
    text.setId("queue-filter");
    text.promptTextProperty().bind(texts.bind("filter.text"));
    text.accessibleTextProperty().bind(texts.bind("filter.text"));
    waiting.setId("queue-waiting");
    waiting.accessibleTextProperty().bind(texts.bind("filter.waiting"));
    hospital.setId("queue-hospital");
    hospital.accessibleTextProperty().bind(texts.bind("filter.hospital"));
    saved.setId("queue-saved");
    saved.textProperty().bind(texts.bind("saved"));
    saved.setMinWidth(USE_PREF_SIZE);
    hospital.setPrefWidth(176);
    getChildren().addAll(text, waiting, hospital, saved);
    hospital.setValue("");
    waiting.setValue(Waiting.ALL);
    text.textProperty().subscribe(now -> changed.run());
    waiting.valueProperty().subscribe(now -> changed.run());
    hospital.valueProperty().subscribe(now -> changed.run());
    saved.setOnShowing(opening -> fillSaved());
    speak();
  }

  /** Is called whenever the filter is another one. */
  void onChange(Runnable action) {
    changed = action;
  }

  /** The filter as it stands. */
  QueueFilter filter() {
    return new QueueFilter(
        text.getText(),
        waiting.getValue() == null ? Waiting.ALL : waiting.getValue(),
        hospital.getValue() == null ? "" : hospital.getValue());
  }

  /** The hospitals to choose from. */
  void hospitals(List<String> names) {
    String chosen = hospital.getValue();
    List<String> all = new ArrayList<>(names);
    all.addFirst("");
    if (!all.equals(hospital.getItems())) {
      hospital.getItems().setAll(all);
      hospital.setValue(all.contains(chosen) ? chosen : "");
    }
  }

  /** The filters that were kept. */
  void kept(List<SavedFilter> filters) {
    kept = List.copyOf(filters);
    fillSaved();
  }

  /** Says everything in the present language. */
  void speak() {
    fillSaved();
  }

  private void fillSaved() {
    List<MenuItem> items = new ArrayList<>();
    for (SavedFilter filter : kept) {
      MenuItem item = new MenuItem(filter.name());
      item.setMnemonicParsing(false);
      item.setOnAction(chosen -> apply(filter.filter()));
      items.add(item);
    }
    if (!items.isEmpty()) {
      items.add(new SeparatorMenuItem());
    }
    for (SavedFilter filter : kept) {
      if (filter.filter().equals(filter())) {
        MenuItem forget = new MenuItem(texts.get("saved.forget", filter.name()));
        forget.setMnemonicParsing(false);
        forget.setOnAction(chosen -> change(filter, List.of()));
        items.add(forget);
      }
    }
    MenuItem keep = new MenuItem(texts.get("saved.keep"));
    keep.setId("queue-keep-filter");
    keep.setOnAction(chosen -> {
      QueueFilter now = filter();
      NameDialog.ask(
          kit,
          name -> {
            SavedFilter named = new SavedFilter(name, now);
            change(named, List.of(named));
          });
    });
    items.add(keep);
    saved.getItems().setAll(items);
  }

  /** Puts these in place of the filter of that name. */
  private void change(SavedFilter named, List<SavedFilter> instead) {
    List<SavedFilter> all = new ArrayList<>(kept);
    all.removeIf(one -> one.name().equals(named.name()));
    all.addAll(instead);
    kept(all);
    keeper.accept(kept);
  }

  private void apply(QueueFilter filter) {
    text.setText(filter.text());
    waiting.setValue(filter.waiting());
    hospital.setValue(hospital.getItems().contains(filter.hospital()) ? filter.hospital() : "");
  }
}
