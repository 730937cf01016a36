package org.chartseal.views.queue;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimCount;
import org.chartseal.views.kit.claims.ClaimListing;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.claims.SummaryCard;
import org.chartseal.views.kit.state.Notices;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;

/** The table of the queue, its filter, and what can be done with what is chosen. */
final class QueueList implements ClaimListing {

  private final Kit kit;
  private final Texts texts;
  private final Actions actions;
  private final DataTable<ClaimRow> table;
  private final FilterBar filter;
  private final Notices notices;
  private final ClaimCount counted;
  private final Button selected = new Button();
  private final Button shown = new Button();
  private final Button reload = new Button();
  private final VBox view = new VBox();
  private @Nullable Subscription language;

  /** What can be done. */
  interface Actions {
    void open(ClaimRow row);

    void decide(List<ClaimRow> rows);

    void reload();

    void keep(List<SavedFilter> all);
  }

  QueueList(Kit kit, Actions actions) {
    this.kit = kit;
    this.texts = kit.texts(QueueList.class);
    this.actions = actions;
    this.notices = new Notices(kit);
    this.counted = new ClaimCount(kit);
    this.table = new DataTable<>(kit, "queue-table", columns(new ClaimWords(kit)));
    table.identify(ClaimRow::slot);
    this.filter = new FilterBar(kit, actions::keep);
    filter.onChange(() -> {
      table.filter(filter.filter().predicate());
      count();
    });
    table.onOpen(actions::open);
    table.onSelected(rows -> count());
    build();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void attach() {
    table.attach();
    language = kit.localisation().languageProperty().subscribe(now -> speak());
  }

  @Override
  public void detach() {
    table.detach();
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
  }

  /** These were read just now. */
  void show(List<ClaimRow> rows) {
    counted.read(rows.size());
    notices.fresh();
    table.show(rows);
    count();
  }

  /** One of them was changed from here. */
  void changed(List<ClaimRow> rows) {
    counted.changed(rows.size());
    table.show(rows);
    count();
  }

  void hospitals(List<String> names) {
    filter.hospitals(names);
  }

  void kept(List<SavedFilter> filters) {
    filter.kept(filters);
  }

  @Override
  public List<ScreenAct> acts() {
    return ScreenAct.of(List.of(selected, shown, reload));
  }

  @Override
  public void comeBack(ClaimRow from) {
    table.comeBack(from);
  }

  @Override
  public void refreshing() {
    counted.refreshing();
  }

  /** What is in the way. */
  void trouble(Fault fault) {
    notices.trouble("queue-trouble", fault);
    count();
  }

  @Override
  public void stale(Fault fault) {
    counted.stale();
    notices.stale("queue-trouble", fault);
    count();
  }

  void summary(DecideOutcome outcome) {
    notices.clear();
    notices.put(new SummaryCard(kit, outcome, () -> notices.drop(SummaryCard.class)));
  }

  private void build() {
    Label title = new Label();
    title.getStyleClass().add("cs-title");
    title.textProperty().bind(texts.bind("title"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    counted.setId("queue-count");
    reload.setId("queue-reload");
    reload.textProperty().bind(texts.bind("reload"));
    reload.setOnAction(pressed -> {
      notices.clear();
      actions.reload();
    });
    HBox header = new HBox(title, counted, gap, reload, selected, shown);
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);
    selected.setId("queue-decide-selected");
    selected.setOnAction(pressed -> actions.decide(table.selected()));
    shown.setId("queue-decide-shown");
    shown.getStyleClass().add("accent");
    shown.setOnAction(pressed -> actions.decide(table.rows()));
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    view.getStyleClass().addAll("cs-page", "cs-page-dense");
    view.getChildren().addAll(header, filter, notices, table.view());
  }

  private void speak() {
    filter.speak();
    table.describe(texts.get("title"));
    count();
  }

  private void count() {
    List<ClaimRow> chosen = open(table.selected());
    List<ClaimRow> all = open(table.rows());
    counted.show(table.shownProperty().get());
    selected.setText(texts.get("decide.selected", chosen.size()));
    selected.setVisible(!chosen.isEmpty());
    selected.setManaged(!chosen.isEmpty());
    shown.setText(texts.get("decide.shown", all.size()));
    shown.setVisible(!all.isEmpty());
    shown.setManaged(!all.isEmpty());
    Label nothing = new Label(nothing());
    nothing.getStyleClass().add("cs-quiet");
    nothing.setWrapText(true);
    table.placeholder(nothing);
  }

  private String nothing() {
    return counted.nothing(
        texts.get("empty.filter"), texts.get("empty"), then -> texts.get("stale.empty", then));
  }

  private static List<ClaimRow> open(List<ClaimRow> rows) {
    return rows.stream().filter(row -> row.received().isOpen()).toList();
  }

  /** Equal reasons stand together; to compare the words themselves would cost too much. */
  private static String code(ClaimRow row) {
    return row.received().standing() instanceof ReceivedClaim.Standing.Refused(Fault fault)
        ? fault.code()
        : "";
  }

  private List<Column<ClaimRow>> columns(ClaimWords words) {
    List<Column<ClaimRow>> columns = new ArrayList<>();
    columns.add(words.numberColumn());
    columns.add(words.hospitalColumn());
    columns.add(words.momentColumn());
    columns.add(words.amountColumn("amount", texts.bind("column.amount"), ClaimRow::total));
    columns.add(
        Column.values(
            "lines",
            texts.bind("column.lines"),
            64,
            Comparator.comparingInt(ClaimRow::lines),
            row -> kit.formats().number(row.lines())));
    columns.add(words.stageColumn());
    columns.add(
        Column.looks(
            "why",
            texts.bind("column.why"),
            240,
            Comparator.comparing(ClaimRow::stage).thenComparing(QueueList::code),
            row -> Look.text(words.why(row))));
    return columns;
  }
}
