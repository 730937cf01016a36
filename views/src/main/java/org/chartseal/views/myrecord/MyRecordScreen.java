package org.chartseal.views.myrecord;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.layout.ListAndDetail;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.task.Batches;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;

/** The patient's own record as a list, with one entry beside it. It can be used while it loads. */
public final class MyRecordScreen implements Screen {

  private static final int YEARS = 3;

  private final Kit kit;
  private final Texts texts;
  private final MyRecordDesk desk;
  private final Latest loading;
  private final StatePane state;
  private final EntryTable table;
  private final EntryDetail detail;
  private final MyExport export;
  private final Label summary = new Label();
  private final Label costs = new Label();
  private final ProgressBar bar = new ProgressBar();
  private final Button stop = new Button();
  private final Button again = new Button();
  private final FaultLabel fault;
  private final VBox page = new VBox();
  private @Nullable Batches<MyEntry> incoming;
  private @Nullable RecordOutcome outcome;
  private Subscription changes = Subscription.EMPTY;

  public MyRecordScreen(Kit kit, MyRecordDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(MyRecordScreen.class);
    this.desk = desk;
    this.loading = new Latest(kit.tasks());
    this.state = new StatePane(kit);
    this.table = new EntryTable(kit);
    this.export = new MyExport(kit, desk);
    this.detail = new EntryDetail(kit, desk, export);
    this.fault = new FaultLabel(kit);
    TextField filter = new TextField();
    filter.setId("my-filter");
    filter.setPrefWidth(240);
    filter.promptTextProperty().bind(texts.bind("filter"));
    filter.accessibleTextProperty().bind(texts.bind("filter"));
    filter.textProperty().subscribe(table::filter);
    Label title = new Label();
    title.textProperty().bind(texts.bind("screen"));
    title.getStyleClass().add("cs-title");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    HBox head = new HBox(title, gap, filter, export.menu(table, filter::getText));
    head.getStyleClass().add("cs-toolbar");
    summary.setId("my-summary");
    summary.setWrapText(true);
    summary.setMinHeight(Region.USE_PREF_SIZE);
    summary.getStyleClass().add("cs-quiet");
    HBox.setHgrow(summary, Priority.ALWAYS);
    costs.setId("my-cost-years");
    costs.setWrapText(true);
    costs.setMinHeight(Region.USE_PREF_SIZE);
    shown(costs, false);
    bar.setPrefWidth(160);
    stop.setId("my-stop");
    stop.textProperty().bind(texts.bind("stop"));
    again.setId("my-again");
    again.textProperty().bind(texts.bind("again"));
    again.setOnAction(pressed -> load());
    HBox foot = new HBox(summary, bar, stop, again);
    foot.getStyleClass().add("cs-toolbar");
    foot.setAlignment(Pos.CENTER_LEFT);
    table.onChosen(this::choose);
    ListAndDetail split = new ListAndDetail(table.view(), detail.view());
    VBox.setVgrow(split, Priority.ALWAYS);
    page.getStyleClass().add("cs-page");
    page.getChildren().addAll(head, foot, costs, fault, split);
  }

  @Override
  public Parent view() {
    return state;
  }

  @Override
  public void attached() {
    table.attach();
    changes = kit.localisation().languageProperty().subscribe(language -> spoken());
    if (!(outcome instanceof RecordOutcome.Opened)) {
      load();
    }
  }

  @Override
  public void detached() {
    changes.unsubscribe();
    table.detach();
    detail.stop();
    halt();
  }

  @Override
  public void closed() {
    table.clear();
    detail.nothing();
    page.getChildren().clear();
  }

  private void choose(Optional<MyEntry> entry) {
    entry.ifPresentOrElse(detail::show, detail::nothing);
  }

  private void load() {
    halt();
    outcome = null;
    export.outcome(Optional.empty());
    table.clear();
    shown(fault, false);
    Batches<MyEntry> taking =
        new Batches<>(
            kit.tasks(),
            batch -> {
              table.add(batch);
              state.show(page);
              summarise();
            });
    incoming = taking;
    Running running =
        loading.start(
            progress ->
                desk.read(
                    progress,
                    entry ->
                        taking.accept(
                            MyEntry.of(
                                entry,
                                desk.organisation(entry.where().writer()),
                                desk.decision(entry).map(MyCosts::of)))),
            this::ended,
            this::failed);
    bar.progressProperty().bind(running.stepProperty().map(step -> step.fraction()));
    stop.setOnAction(pressed -> stopped());
    under(true);
    state.busy(texts.bind("loading"), running, this::stopped);
  }

  private void stopped() {
    halt();
    ended(new RecordOutcome.Stopped());
  }

  private void ended(RecordOutcome came) {
    if (came instanceof RecordOutcome.Failed(var why)) {
      failed(why);
      return;
    }
    outcome = came;
    export.outcome(
        came instanceof RecordOutcome.Opened opened ? Optional.of(opened) : Optional.empty());
    under(false);
    if (table.all().isEmpty() && came instanceof RecordOutcome.Stopped) {
      state.stopped(this::load);
    } else if (table.all().isEmpty()) {
      state.empty(Material2AL.ARTICLE, texts.bind("empty"), texts.bind("empty.words"));
    } else {
      state.show(page);
    }
    summarise();
  }

  /** What was read before the failure stays, with what was in the way. */
  private void failed(Fault why) {
    outcome = new RecordOutcome.Failed(why);
    under(false);
    if (table.all().isEmpty()) {
      state.failed(why, this::load);
      return;
    }
    fault.show(why);
    shown(fault, true);
    state.show(page);
    summarise();
  }

  private void halt() {
    loading.stop();
    if (incoming != null) {
      incoming.close();
      incoming = null;
    }
  }

  private void under(boolean way) {
    shown(bar, way);
    shown(stop, way);
    shown(again, !way);
  }

  private void spoken() {
    table.speak();
    // An entry follows the language by itself, and what is unfolded in it stays; sums do not.
    table
        .chosen()
        .filter(entry -> entry.costs().isPresent())
        .ifPresentOrElse(detail::show, detail::resume);
    summarise();
  }

  private void summarise() {
    Map<Verdict.Grade, Integer> grades = new EnumMap<>(Verdict.Grade.class);
    table.all().forEach(entry -> grades.merge(entry.grade(), 1, Integer::sum));
    int proven = grades.getOrDefault(Verdict.Grade.PROVEN, 0);
    int others = table.all().size() - proven;
    String counts =
        others == 0
            ? texts.get("summary.proven", proven)
            : texts.get("summary.mixed", proven, others);
    summary.setText(counts + " " + end());
    String sums = years();
    costs.setText(sums);
    shown(costs, !sums.isEmpty());
  }

  /** What the last years cost, a line each. */
  private String years() {
    List<MyCosts> all = table.all().stream().map(MyEntry::costs).flatMap(Optional::stream).toList();
    return YearCosts.of(all).stream()
        .limit(YEARS)
        .map(year ->
            texts.get(
                "costs.year",
                String.valueOf(year.year()),
                kit.formats().money(year.total().billed()),
                kit.formats().money(year.total().payer()),
                kit.formats().money(year.total().patient())))
        .collect(Collectors.joining("\n"));
  }

  private String end() {
    return switch (outcome) {
      case null -> texts.get("end.reading");
      case RecordOutcome.Stopped stopped -> texts.get("end.stopped");
      case RecordOutcome.Failed failed -> texts.get("end.failed");
      case RecordOutcome.Opened opened ->
          opened.complete()
              ? texts.get("end.complete", opened.at().number()) + " " + readAt(opened)
              : texts.get(
                  "end.gaps",
                  opened.at().number(),
                  new FaultTexts(kit.localisation()).sentences(opened.gaps()));
    };
  }

  /** The record may have grown since; who is offline sees of when this is. */
  private String readAt(RecordOutcome.Opened opened) {
    return texts.get("read.at", kit.formats().moment(opened.at().time()));
  }

  private static void shown(Node node, boolean is) {
    node.setVisible(is);
    node.setManaged(is);
  }
}
