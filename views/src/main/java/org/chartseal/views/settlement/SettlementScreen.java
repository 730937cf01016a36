package org.chartseal.views.settlement;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.state.FaultLabel;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.state.StatePane;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.task.Running;
import org.chartseal.views.kit.task.Watch;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** The pool, what is due, what was paid; and paying it. */
public final class SettlementScreen implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final SettlementDesk desk;
  private final Latest reading;
  private final Latest asking;
  private final Watch watch;
  private final StatePane state;
  private final DataTable<DueRow> table;
  private final Label pool = figure("settlement-pool");
  private final Label due = figure("settlement-due");
  private final Label left = figure("settlement-left");
  private final Label paid = figure("settlement-paid");
  private final Label note = new Label();
  private final Label unknown = new Label();
  private final FaultLabel trouble;
  private final Button pay = new Button();
  private final Button reload = new Button();
  private final VBox view = new VBox();
  private SettlementDesk.@Nullable Books books;
  private @Nullable Instant read;
  private boolean stale;
  private boolean attached;
  private @Nullable Subscription language;

  public SettlementScreen(Kit kit, SettlementDesk desk) {
    this.kit = kit;
    this.texts = kit.texts(SettlementScreen.class);
    this.desk = desk;
    this.reading = new Latest(kit.tasks());
    this.asking = new Latest(kit.tasks());
    this.watch = new Watch(kit.tasks(), progress -> desk.moved(), this::load);
    this.state = new StatePane(kit);
    this.trouble = new FaultLabel(kit);
    this.table = new DataTable<>(kit, "settlement-table", columns());
    build();
    state.setId("settlement");
  }

  @Override
  public Parent view() {
    return state;
  }

  @Override
  public List<ScreenAct> acts() {
    return books == null ? List.of() : ScreenAct.of(List.of(pay, reload));
  }

  @Override
  public void attached() {
    attached = true;
    table.attach();
    language = kit.localisation().languageProperty().subscribe(now -> fill());
    load();
  }

  @Override
  public void detached() {
    attached = false;
    halt();
    asking.stop();
    table.detach();
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
  }

  /** Stops reading; {@link #load} goes on with it. */
  private void halt() {
    watch.stop();
    reading.stop();
  }

  private void load() {
    if (!attached) {
      // A payment came to its end after somebody left: it is read when they are back.
      return;
    }
    watch.begun();
    Running running = reading.start(desk::books, this::show, this::failed);
    if (books == null) {
      state.busy(texts.bind("reading"), running, this::stopped);
    }
  }

  private void show(SettlementDesk.Books came) {
    books = came;
    read = Instant.now();
    if (stale) {
      // What else was said is for whoever reads it.
      hide(unknown);
      hide(trouble);
    }
    stale = false;
    fill();
    state.show(view);
    watch.read();
  }

  private void failed(Fault fault) {
    if (books == null) {
      state.failed(fault, this::load);
    } else {
      stale();
      trouble(fault);
      watch.failed();
    }
  }

  /** The figures stay, and are said to be of then; nothing is paid on them. */
  private void stale() {
    stale = true;
    pay.setVisible(false);
    Instant then = read;
    if (then != null) {
      unknown
          .textProperty()
          .bind(
              kit.localisation()
                  .spoken(() -> texts.get("unknown.now", kit.formats().moment(then))));
      unknown.setVisible(true);
      unknown.setManaged(true);
    }
  }

  private void trouble(Fault fault) {
    trouble.show(fault);
    trouble.setVisible(true);
    trouble.setManaged(true);
  }

  private void stopped() {
    Button again = new Button();
    again.textProperty().bind(texts.bind("read"));
    again.setOnAction(pressed -> load());
    state.empty(
        Material2MZ.PAUSE_CIRCLE_OUTLINE,
        texts.bind("stopped"),
        texts.bind("stopped.words"),
        again);
  }

  private void fill() {
    Label nothing = new Label(texts.get("empty"));
    nothing.getStyleClass().add("cs-quiet");
    table.placeholder(nothing);
    table.describe(texts.get("title"));
    SettlementDesk.Books now = books;
    if (now == null) {
      return;
    }
    Money inPool = now.plan().pool();
    Money paying = now.plan().paying();
    pool.setText(kit.formats().money(inPool));
    due.setText(kit.formats().money(paying));
    left.setText(kit.formats().money(inPool.minus(paying)));
    paid.setText(kit.formats().money(paid(now, inPool)));
    table.show(rows(now.plan(), now.received()));
    long claims = table.rows().stream().filter(row -> row.state() == DueRow.State.DUE).count();
    pay.setText(texts.get("pay", kit.formats().money(paying), claims));
    pay.setVisible(claims > 0 && !stale);
  }

  private static Money paid(SettlementDesk.Books books, Money inPool) {
    Money sum = Money.zero(inPool.currency());
    for (ReceivedClaim received : books.received()) {
      Optional<Money> one = ClaimRow.of(received).payment().map(ClaimPayment::paid);
      if (one.isPresent() && one.get().currency().equals(sum.currency())) {
        sum = sum.plus(one.get());
      }
    }
    return sum;
  }

  private static List<DueRow> rows(SettleOutcome.Done outcome, List<ReceivedClaim> received) {
    Map<Hash32, ClaimRow> byId = new HashMap<>();
    for (ReceivedClaim claim : received) {
      claim.id().ifPresent(id -> byId.putIfAbsent(id, ClaimRow.of(claim)));
    }
    return outcome.results().stream()
        .map(result -> new DueRow(result, Optional.ofNullable(byId.get(result.claim()))))
        .toList();
  }

  private void pay() {
    asking.start(progress -> desk.holder(), this::ask, this::trouble);
  }

  private void ask(KeyHolder holder) {
    halt();
    PinDialog.askForRun(
        kit, holder, texts.get("pay.purpose", due.getText()), desk::pay, this::paid, this::load);
  }

  private void paid(SettleOutcome.Done outcome) {
    hide(trouble);
    List<DueRow> rows = rows(outcome, books == null ? List.of() : books.received());
    long signed = rows.stream().filter(row -> row.state() == DueRow.State.SIGNED).count();
    long refused = rows.stream().filter(row -> row.state() == DueRow.State.REFUSED).count();
    long missed = rows.stream().filter(row -> row.state() == DueRow.State.NOT_REACHED).count();
    note.textProperty()
        .bind(
            kit.localisation()
                .spoken(() ->
                    texts.get(
                        "paid.summary",
                        signed,
                        kit.formats().money(outcome.paying()),
                        refused,
                        missed,
                        rows.size() - signed - refused - missed)));
    note.setVisible(true);
    note.setManaged(true);
    load();
  }

  private void build() {
    Label title = new Label();
    title.getStyleClass().add("cs-title");
    title.textProperty().bind(texts.bind("title"));
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    reload.setId("settlement-reload");
    reload.textProperty().bind(texts.bind("reload"));
    reload.setOnAction(pressed -> {
      hide(trouble);
      load();
    });
    reload.setMinWidth(Region.USE_PREF_SIZE);
    pay.setMinWidth(Region.USE_PREF_SIZE);
    pay.setId("settlement-pay");
    pay.getStyleClass().add("accent");
    pay.setVisible(false);
    pay.managedProperty().bind(pay.visibleProperty());
    pay.setOnAction(pressed -> pay());
    HBox header = new HBox(title, gap, reload, pay);
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);
    FlowPane figures =
        new FlowPane(
            8, 8, card("pool", pool), card("due", due), card("left", left), card("paid", paid));
    note.setId("settlement-note");
    unknown.setId("settlement-unknown");
    for (Label said : List.of(note, unknown)) {
      said.setWrapText(true);
      said.setMinHeight(Region.USE_PREF_SIZE);
      said.getStyleClass().add("cs-callout");
      hide(said);
    }
    hide(trouble);
    trouble.setId("settlement-trouble");
    VBox.setVgrow(table.view(), Priority.ALWAYS);
    view.getStyleClass().addAll("cs-page", "cs-page-dense");
    view.getChildren().addAll(header, figures, trouble, unknown, note, table.view());
  }

  private VBox card(String key, Label figure) {
    Label name = new Label();
    name.textProperty().bind(texts.bind("figure." + key));
    name.getStyleClass().add("cs-quiet");
    VBox card = new VBox(name, figure);
    card.getStyleClass().add("cs-card");
    card.setMinWidth(200);
    return card;
  }

  private static Label figure(String id) {
    Label figure = new Label();
    figure.setId(id);
    figure.getStyleClass().add("cs-figure");
    figure.setMinWidth(Region.USE_PREF_SIZE);
    return figure;
  }

  private static void hide(javafx.scene.Node node) {
    node.setVisible(false);
    node.setManaged(false);
  }

  private List<Column<DueRow>> columns() {
    ClaimWords words = new ClaimWords(kit);
    FaultTexts faults = new FaultTexts(kit.localisation());
    return List.of(
        Column.words("claim", texts.bind("column.claim"), 148, row -> ClaimWords.number(row.id())),
        Column.words(
            "hospital",
            texts.bind("column.hospital"),
            200,
            row -> row.claim().map(claim -> claim.received().hospital().name()).orElse("–")),
        Column.values(
            "amount",
            texts.bind("column.amount"),
            120,
            Comparator.comparingLong(row -> row.amount().map(Money::cents).orElse(-1L)),
            row -> words.money(row.amount())),
        Column.looks(
            "state",
            texts.bind("column.state"),
            160,
            Comparator.comparing(DueRow::state),
            this::look),
        Column.words(
            "why",
            texts.bind("column.why"),
            340,
            row -> row.fault().map(faults::sentence).orElse("")));
  }

  private Look look(DueRow row) {
    String word = texts.word("state", row.state());
    return switch (row.state()) {
      case DUE -> Look.word(word, Material2AL.HOURGLASS_EMPTY, "cs-accent");
      case REFUSED -> Look.word(word, Material2MZ.WARNING, "cs-caution");
      case NOT_REACHED -> Look.word(word, Material2MZ.PAUSE_CIRCLE_OUTLINE, "cs-unknown");
      case SIGNED, UNDER_WAY -> Look.word(word, Material2MZ.SYNC, "cs-accent");
      case PAID -> Look.word(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case NOTHING -> Look.text(word);
    };
  }
}
