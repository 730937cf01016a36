package org.chartseal.views.decided;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.ReplayedLedger.Standing;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimCount;
import org.chartseal.views.kit.claims.ClaimListing;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.claims.TransactionField;
import org.chartseal.views.kit.state.Notices;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The table of decisions, and what can be done with one. */
final class DecidedList implements ClaimListing {

  private final Kit kit;
  private final Texts texts;
  private final Actions actions;
  private final DataTable<ClaimRow> table;
  private final TextField filter = new TextField();
  private final Notices notices;
  private final ClaimCount counted;
  private final Button open = new Button();
  private final Button replay = new Button();
  private final Button copy = new Button();
  private final Button reload = new Button();
  private final Button export = new Button();
  private final Button save = new Button();
  private final VBox view = new VBox();
  private @Nullable Subscription language;

  /** What can be done. */
  interface Actions {
    void open(ClaimRow row);

    void replay(ClaimRow row);

    void saveDecision(ClaimRow row);

    void reload();
  }

  DecidedList(Kit kit, Actions actions) {
    this.kit = kit;
    this.texts = kit.texts(DecidedList.class);
    this.actions = actions;
    this.notices = new Notices(kit);
    this.counted = new ClaimCount(kit);
    this.table = new DataTable<>(kit, "decided-table", columns(new ClaimWords(kit)));
    table.identify(ClaimRow::slot);
    build();
  }

  @Override
  public Node view() {
    return view;
  }

  @Override
  public void attach() {
    table.attach();
    language = kit.localisation().languageProperty().subscribe(now -> count());
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

  @Override
  public List<ScreenAct> acts() {
    return ScreenAct.of(List.of(open, replay, copy, save, reload, export));
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
    count();
    notices.only();
    notices.trouble("decided-trouble", fault);
  }

  @Override
  public void stale(Fault fault) {
    counted.stale();
    count();
    notices.stale("decided-trouble", fault);
  }

  /** Something that was done. */
  void note(ObservableValue<String> words, Ikon icon) {
    notices.only(label(words, icon, "cs-accent"));
  }

  /** What deciding again came to. */
  void replayed(ClaimRow row, Replayed replayed) {
    switch (replayed.outcome()) {
      case ReplayOutcome.Same(var again, var signature, var ledger) -> {
        Standing block = replayed.block().orElse(Standing.UNKNOWN);
        notices.only(
            label(
                kit.localisation()
                    .spoken(() ->
                        texts.get(
                            "replay.same",
                            ClaimWords.number(row),
                            kit.formats().moment(signature.statement().signedAt()),
                            basis(ledger))),
                Material2AL.CHECK_CIRCLE,
                "cs-proven"),
            block.isGood()
                ? plain(kit.localisation().spoken(() -> block(block)))
                : label(
                    kit.localisation().spoken(() -> block(block)),
                    Material2MZ.WARNING,
                    "cs-failed"));
      }
      case ReplayOutcome.Differs(var again, var differences) -> {
        notices.only(
            label(
                texts.bind("replay.differs", ClaimWords.number(row), differences.size()),
                Material2MZ.WARNING,
                "cs-failed"));
        for (ReplayOutcome.Difference one : differences) {
          notices
              .getChildren()
              .add(
                  plain(
                      texts.bind(
                          "replay.difference",
                          one.sequence(),
                          one.field(),
                          one.stated(),
                          one.decided())));
        }
      }
      case ReplayOutcome.Refused(var fault) -> trouble(fault);
    }
  }

  private String block(Standing block) {
    return switch (block) {
      case CANONICAL -> texts.get("block.canonical");
      case OTHER_BLOCK -> texts.get("block.other");
      case OTHER_CONTRACT -> texts.get("block.contract");
      case OTHER_NETWORK -> texts.get("block.network");
      case UNKNOWN -> texts.get("block.unknown");
    };
  }

  private String basis(ReplayOutcome.LedgerBasis basis) {
    return switch (basis) {
      case ReplayOutcome.LedgerBasis.Proven proven -> texts.get("basis.proven");
      case ReplayOutcome.LedgerBasis.Stated stated -> texts.get("basis.stated");
    };
  }

  private void build() {
    Label title = new Label();
    title.getStyleClass().add("cs-title");
    title.textProperty().bind(texts.bind("title"));
    counted.setId("decided-count");
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    prepare(reload, "decided-reload", "reload");
    reload.setOnAction(pressed -> {
      notices.clear();
      actions.reload();
    });
    prepare(export, "decided-export", "export");
    export.setOnAction(pressed -> table.save());
    HBox header = new HBox(title, counted, gap, reload, export);
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);

    filter.setId("decided-filter");
    filter.promptTextProperty().bind(texts.bind("filter"));
    filter.accessibleTextProperty().bind(texts.bind("filter"));
    filter
        .textProperty()
        .subscribe(typed -> {
          String wanted = typed.strip().toLowerCase(Locale.ROOT);
          table.filter(row -> row.haystack().contains(wanted));
          count();
        });
    HBox.setHgrow(filter, Priority.ALWAYS);
    for (Button button : List.of(open, replay, copy, save)) {
      button.setVisible(false);
      button.managedProperty().bind(button.visibleProperty());
    }
    prepare(open, "decided-open", "open");
    open.setOnAction(pressed -> one().ifPresent(actions::open));
    prepare(replay, "decided-replay", "replay");
    replay.setOnAction(pressed -> one().ifPresent(actions::replay));
    prepare(copy, "decided-copy", "copy");
    copy.setOnAction(pressed -> one().map(DecidedList::transactions).ifPresent(this::copied));
    prepare(save, "decided-save", "save");
    save.setOnAction(pressed -> one().ifPresent(actions::saveDecision));
    HBox bar = new HBox(filter, open, replay, copy, save);
    bar.getStyleClass().add("cs-toolbar");
    bar.setAlignment(Pos.CENTER_LEFT);

    notices.setId("decided-notices");
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    table.onOpen(actions::open);
    table.onSelected(rows -> {
      boolean single = rows.size() == 1;
      open.setVisible(single);
      replay.setVisible(single);
      copy.setVisible(single && !transactions(rows.getFirst()).isEmpty());
      save.setVisible(single);
    });
    view.getStyleClass().addAll("cs-page", "cs-page-dense");
    view.getChildren().addAll(header, bar, notices, table.view());
  }

  private void copied(String transactions) {
    TransactionField.copy(transactions);
    note(texts.bind("copied"), Material2AL.CHECK);
  }

  private Optional<ClaimRow> one() {
    return table.selected().stream().findFirst();
  }

  private void count() {
    counted.show(table.shownProperty().get());
    Label nothing = new Label(nothing());
    nothing.getStyleClass().add("cs-quiet");
    nothing.setWrapText(true);
    table.placeholder(nothing);
    table.describe(texts.get("title"));
  }

  private String nothing() {
    return counted.nothing(
        texts.get("empty.filter"), texts.get("empty"), then -> texts.get("stale.empty", then));
  }

  private void prepare(Button button, String id, String key) {
    button.setId(id);
    button.textProperty().bind(texts.bind("do." + key));
  }

  private static Label plain(ObservableValue<String> words) {
    Label label = new Label();
    label.textProperty().bind(words);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }

  private static Label label(ObservableValue<String> words, Ikon icon, String style) {
    FontIcon sign = new FontIcon(icon);
    sign.getStyleClass().add(style);
    Label label = plain(words);
    label.setGraphic(sign);
    label.setId("decided-note");
    label.getStyleClass().add("cs-callout");
    return label;
  }

  private List<Column<ClaimRow>> columns(ClaimWords words) {
    List<Column<ClaimRow>> columns = new ArrayList<>();
    columns.add(words.numberColumn());
    columns.add(words.stageColumn());
    columns.add(words.hospitalColumn());
    columns.add(words.amountColumn("billed", texts.bind("column.billed"), ClaimRow::total));
    columns.add(
        words.amountColumn(
            "payer", texts.bind("column.payer"), row -> row.totals().map(LineAmounts::payer)));
    columns.add(
        words.amountColumn(
            "patient",
            texts.bind("column.patient"),
            row -> row.totals().map(LineAmounts::patient)));
    columns.add(
        words.amountColumn(
            "paid", texts.bind("column.paid"), row -> row.payment().map(ClaimPayment::paid)));
    columns.add(Column.words("outcomes", texts.bind("column.outcomes"), 124, words::outcomes));
    columns.add(words.dayColumn());
    columns.add(
        words.amountColumn(
            "reversed",
            texts.bind("column.reversed"),
            row -> row.payment().map(ClaimPayment::reversed).filter(money -> !money.isZero())));
    columns.add(
        Column.words(
                "transactions", texts.bind("column.transactions"), 240, DecidedList::transactions)
            .cutInTheMiddle());
    return columns;
  }

  private static String transactions(ClaimRow row) {
    return row.payment().stream()
        .flatMap(payment -> payment.transactions().stream())
        .map(TransactionField::text)
        .collect(Collectors.joining(" "));
  }
}
