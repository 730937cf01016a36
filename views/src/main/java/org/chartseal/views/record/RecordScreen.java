package org.chartseal.views.record;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.files.FilePicker;
import org.chartseal.views.kit.layout.ListAndDetail;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Cells;
import org.chartseal.views.kit.task.Batches;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Step;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/**
 * A patient's record under their consent. What is read is shown at once, newest first; verdicts and
 * older entries follow, and nothing of what was not granted leaves a trace.
 */
public final class RecordScreen implements Screen {

  /**
   * What can be added to a record.
   *
   * @param buttons for the toolbar
   * @param dropped takes files that are dropped on the record
   */
  public record Additions(List<Node> buttons, Consumer<List<Path>> dropped) {
    public Additions {
      buttons = List.copyOf(buttons);
    }
  }

  /**
   * Where to go from the record.
   *
   * @param end the visit is over
   * @param ask the patient is asked for consent again
   */
  public record Exits(Runnable end, Runnable ask) {}

  private final Kit kit;
  private final Texts texts;
  private final RecordDesk desk;
  private final Visitor visitor;
  private final Latest opening;
  private final RecordModel model = new RecordModel();
  private final RecordHeader header;
  private final CompareMarks marks = new CompareMarks();
  private final CompareBar marked;
  private final ComparePane comparison;

  /** What can be done with the entry that is on show. */
  private List<Node> offered = List.of();

  private final EntryTable table;
  private final LifeView life;
  private final StackPane entries = new StackPane();
  private final ViewChoice choice;
  private final EntryPane detail;
  private final StatePane state;
  private final BorderPane root = new BorderPane();
  private final RecordToolbar toolbar;
  private final Exits exits;
  private final Label status = new Label();
  private final StringProperty filtered = new SimpleStringProperty("");
  private final RecordExport export;
  private final FaultLabel fault;
  private final RecordNews news;
  private final ConsentWatch watch;
  private final ClosedRecord closed;

  /** Nothing of it was read, or may be shown any more: there is nothing to do with it. */
  private final BooleanProperty shut = new SimpleBooleanProperty();

  private final BooleanProperty comparing = new SimpleBooleanProperty();
  private @Nullable Batches<RecordItem> incoming;
  private Subscription language = Subscription.EMPTY;
  private boolean opened;
  private boolean taking;

  /**
   * @param additions what can be added to this record
   * @param actions what can be done with an entry of it
   * @param exits where to go from it
   */
  public RecordScreen(
      Kit kit,
      RecordDesk desk,
      Visitor visitor,
      Additions additions,
      EntryActions actions,
      Exits exits) {
    this.kit = kit;
    this.texts = kit.texts(RecordScreen.class);
    this.desk = desk;
    this.visitor = visitor;
    this.opening = new Latest(kit.tasks());
    this.header = new RecordHeader(kit, visitor, model);
    this.marked = new CompareBar(kit, marks, comparing, this::compare);
    this.comparison = new ComparePane(kit, desk, visitor, this::content);
    this.table = new EntryTable(kit, model, marks);
    this.life = new LifeView(kit, visitor, this::choose);
    this.choice = new ViewChoice(kit, table, life, entries);
    this.export = new RecordExport(kit, desk, visitor, model);
    this.detail =
        new EntryPane(
            kit,
            desk,
            visitor,
            comparable(item ->
                Stream.concat(actions.of(item).stream(), export.of(item).stream()).toList()));
    this.state = new StatePane(kit);
    this.fault = new FaultLabel(kit);
    this.news = new RecordNews(kit, desk, visitor, new News());
    this.watch = new ConsentWatch(kit, desk, visitor, this::over);
    this.closed = new ClosedRecord(kit, exits.ask(), this::open);
    this.exits = exits;
    this.toolbar =
        new RecordToolbar(
            kit,
            new RecordToolbar.Deeds(this::filter, this::stopped, this::open, exits.end()),
            new RecordToolbar.Guests(
                choice,
                news.button(),
                additions.buttons(),
                export.menu(table.getItems(), filtered::get)),
            shut.not(),
            shut.not().and(comparing.not()));
    status.setId("record-status");
    status.getStyleClass().add("cs-quiet");
    header.end(status, news.label());
    marked.takeKeys(entries, table);
    root.setTop(new VBox(header, toolbar.view(), marked, fault));
    FilePicker.takeDropped(
        root,
        files -> {
          if (!shut.get()) {
            additions.dropped().accept(files);
          }
        });
    root.setCenter(state);
    table.getSelectionModel().selectedItemProperty().subscribe(this::chosen);
  }

  /** What is read on goes where the record is. */
  private final class News implements RecordNews.Taker {
    @Override
    public int take(List<RecordItem> batch) {
      shown(fault, false);
      return RecordScreen.this.take(batch);
    }

    @Override
    public void readOn(RecordDesk.Opened result) {
      export.opened().ifPresent(before -> show(before.and(result)));
    }

    @Override
    public void lookedThrough(RecordDesk.Opened result) {
      shown(fault, false);
      show(result);
    }

    @Override
    public void failed(Fault why) {
      fault.show(why);
      shown(fault, true);
    }
  }

  @Override
  public Parent view() {
    return root;
  }

  @Override
  public void attached() {
    language =
        Subscription.combine(
            marked.attach(),
            kit.localisation()
                .languageProperty()
                .subscribe(now -> {
                  Cells.renew(table);
                  life.speak();
                  comparison.speak();
                  header.speak();
                  news.speak();
                }));
    if (opened) {
      detail.resume();
      news.attach();
    } else if (!shut.get()) {
      open();
    }
  }

  @Override
  public void detached() {
    language.unsubscribe();
    halt();
    news.detach();
    detail.stop();
  }

  @Override
  public List<ScreenAct> acts() {
    List<ScreenAct> acts = new ArrayList<>(toolbar.acts());
    news.act().ifPresent(acts::add);
    acts.addAll(
        ScreenAct.of(
            offered.stream()
                .filter(node -> node.getScene() != null)
                .filter(ButtonBase.class::isInstance)
                .map(ButtonBase.class::cast)
                .toList()));
    if (opened) {
      acts.add(new ScreenAct(texts.get("ask.more"), exits.ask()));
    }
    return acts;
  }

  @Override
  public void closed() {
    watch.stop();
    comparison.stop();
    marks.clear();
    model.clear();
    life.close();
    detail.show(null);
    offered = List.of();
    entries.getChildren().clear();
    root.getChildren().clear();
  }

  private void open() {
    forget();
    shut.set(false);
    watch.start();
    Batches<RecordItem> sink = new Batches<>(kit.tasks(), this::take);
    incoming = sink;
    Running running =
        opening.start(steps -> desk.open(visitor, steps, sink), this::finished, this::failed);
    reading(true);
    toolbar.progressProperty().bind(running.stepProperty().map(Step::fraction));
    status.textProperty().bind(texts.bind("reading"));
    state.busy(texts.bind("opening"), running, this::stopped);
  }

  /** Nothing of what was read stays. */
  private void forget() {
    halt();
    comparison.stop();
    comparing.set(false);
    news.clear();
    marks.clear();
    export.opened(null);
    opened = false;
    model.clear();
    life.clear();
    detail.show(null);
    header.terms(List.of());
    status.textProperty().unbind();
    status.setText("");
    status.setTooltip(null);
    shown(fault, false);
  }

  /** The patient's consent is over, and with it what was opened under it. */
  private void over(Fault why) {
    forget();
    reading(false);
    shut.set(true);
    closed.show(state, why);
  }

  private int take(List<RecordItem> batch) {
    if (model.items().isEmpty()) {
      content();
      choice.takeKeyboard(root);
    }
    RecordItem before = table.getSelectionModel().getSelectedItem();
    taking = true;
    int added = table.keepingPlace(() -> opened ? model.renew(batch) : model.add(batch));
    taking = false;
    if (opened) {
      life.renew(batch);
      marks.renew(batch);
      comparison.renew(batch);
    } else {
      life.add(batch);
    }
    if (model.shown().size() < model.items().size()) {
      life.show(model.shown(), model.items().size());
    }
    RecordItem now = table.getSelectionModel().getSelectedItem();
    if (now == null) {
      table.getSelectionModel().selectFirst();
    } else if (!now.equals(before)) {
      chosen(now);
    }
    return added;
  }

  /** What moves while entries come is not chosen by anybody. */
  private void chosen(@Nullable RecordItem item) {
    if (taking) {
      return;
    }
    detail.show(item);
    if (item != null) {
      life.select(item.name());
    }
  }

  /** Shows an entry of the record, if it has it. */
  public void choose(String name) {
    model
        .find(name)
        .ifPresent(item -> {
          if (comparing.get()) {
            content();
          }
          table.getSelectionModel().select(item);
          table.scrollTo(item);
        });
  }

  private void filter(String text) {
    filtered.set(text);
    model.filter(text);
    life.show(model.shown(), model.items().size());
  }

  private EntryActions comparable(EntryActions actions) {
    return item -> {
      List<Node> all = new ArrayList<>(actions.of(item));
      all.add(marked.button(item));
      offered = List.copyOf(all);
      return all;
    };
  }

  private void compare() {
    marks.pair((first, second) -> {
      comparing.set(true);
      state.show(comparison.view());
      comparison.show(first, second);
    });
  }

  private void content() {
    boolean compared = comparing.get();
    comparison.stop();
    comparing.set(false);
    state.show(new ListAndDetail(entries, detail.view()));
    if (compared) {
      choice.keyboard();
    }
  }

  private void finished(RecordDesk.Opened result) {
    opened = true;
    toolbar.reading(false, false);
    show(result);
    if (model.items().isEmpty()) {
      state.empty(Material2AL.FOLDER_OPEN, texts.bind("empty"), texts.bind("empty.words"));
    }
    news.attach();
  }

  private void show(RecordDesk.Opened result) {
    export.opened(result);
    header.terms(result.terms());
    status
        .textProperty()
        .bind(
            Bindings.createStringBinding(
                () -> summary(result.outcome()),
                kit.localisation().languageProperty(),
                model.glanceProperty()));
    if (result.outcome().gaps().isEmpty()) {
      status.setTooltip(null);
    } else {
      Tooltip gaps = new Tooltip();
      gaps.textProperty().bind(new FaultTexts(kit.localisation()).bind(result.outcome().gaps()));
      status.setTooltip(gaps);
    }
  }

  private String summary(RecordOutcome.Opened outcome) {
    String block = kit.formats().number(outcome.at().number());
    return RecordHeader.counts(texts, model.glanceProperty().get())
        + " · "
        + (outcome.complete() ? texts.get("complete", block) : texts.get("incomplete", block));
  }

  /** What was read until then stays. */
  private void stopped() {
    halt();
    reading(false);
    status.textProperty().unbind();
    if (model.items().isEmpty()) {
      status.textProperty().bind(texts.bind("stopped"));
      state.stopped(this::open);
    } else {
      status.textProperty().bind(texts.bind("stopped.part"));
    }
  }

  /** What was read before the failure stays, with what was in the way. */
  private void failed(Fault why) {
    reading(false);
    status.textProperty().unbind();
    if (model.items().isEmpty()) {
      status.setText("");
      shut.set(true);
      state.failed(why, this::open);
      // It may be the consent: then the patient can be asked.
      watch.look();
    } else {
      status.textProperty().bind(texts.bind("failed.part"));
      fault.show(why);
      shown(fault, true);
    }
  }

  private void halt() {
    opening.stop();
    if (incoming != null) {
      incoming.close();
      incoming = null;
    }
  }

  private void reading(boolean is) {
    toolbar.reading(is, !model.items().isEmpty());
  }

  private static void shown(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
