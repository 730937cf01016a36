package org.chartseal.views.claim;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.Subscription;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.DecideResult;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimHost;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.claims.DecideRun;
import org.chartseal.views.kit.claims.SummaryCard;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.PinDialog;
import org.chartseal.views.kit.layout.ListAndDetail;
import org.chartseal.views.kit.state.Notices;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.task.Latest;
import org.chartseal.views.kit.text.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** One claim: the lines on the left, and for the chosen one all that there is on the right. */
public final class ClaimScreen implements Screen {

  private final Kit kit;
  private final Texts texts;
  private final ClaimReview review;
  private final RulingDrafts drafts;
  private final ClaimWords words;
  private final Latest verifying;
  private final Latest asking;
  private final DataTable<LineRow> table;
  private final LinePane pane;
  private final DecideRun run;
  private final Notices notices;
  private final ClaimHost host;
  private final Button list = new Button();
  private final Button decide = new Button();
  private final Label standing = new Label();
  private final VBox view = new VBox();
  private ClaimRow claim;
  private boolean ruled;
  private List<LineEvidence> evidence = List.of();
  private @Nullable Subscription language;

  /**
   * @param drafts of everybody's rulings at this console, of which this claim's are shown again
   * @param claim one that could be read
   * @param host where it was opened from, and is gone back to
   */
  public ClaimScreen(
      Kit kit, ClaimReview review, RulingDrafts drafts, ClaimRow claim, ClaimHost host) {
    this.kit = kit;
    this.texts = kit.texts(ClaimScreen.class);
    this.review = review;
    this.drafts = drafts;
    this.claim = claim;
    this.words = new ClaimWords(kit);
    this.verifying = new Latest(kit.tasks());
    this.asking = new Latest(kit.tasks());
    this.host = host;
    this.run = new DecideRun(kit, review, new Follower());
    this.table = new DataTable<>(kit, "claim-lines", columns());
    this.pane = new LinePane(kit, review, drafts, this::rule);
    this.notices = new Notices(kit);
    build();
  }

  @Override
  public Parent view() {
    return view;
  }

  @Override
  public List<ScreenAct> acts() {
    return ScreenAct.of(List.of(decide, list));
  }

  @Override
  public void attached() {
    table.attach();
    language = kit.localisation().languageProperty().subscribe(now -> show());
    table.select(begun());
    if (claim.decision().isEmpty()) {
      verify();
    }
    table.view().requestFocus();
  }

  @Override
  public void detached() {
    verifying.stop();
    asking.stop();
    run.stop();
    table.detach();
    if (language != null) {
      language.unsubscribe();
      language = null;
    }
  }

  private void build() {
    ClaimFile file = file();
    list.setGraphic(new FontIcon(Material2AL.ARROW_BACK));
    list.setId("claim-back");
    list.textProperty().bind(texts.bind("back"));
    list.getStyleClass().add("flat");
    list.setOnAction(pressed -> host.back());
    list.setMinWidth(Region.USE_PREF_SIZE);
    Label title = new Label();
    title.getStyleClass().add("cs-heading");
    title.setMinWidth(Region.USE_PREF_SIZE);
    title.textProperty().bind(texts.bind("title", ClaimWords.number(file.claim())));
    Label facts = new Label();
    facts.getStyleClass().add("cs-quiet");
    facts
        .textProperty()
        .bind(
            kit.localisation()
                .formatsProperty()
                .map(formats ->
                    texts.get(
                        "facts",
                        claim.received().hospital().name(),
                        file.member(),
                        formats.moment(claim.received().receivedAt()),
                        formats.money(file.total()))));
    facts.setId("claim-facts");
    facts.setWrapText(true);
    facts.setMinHeight(Region.USE_PREF_SIZE);
    Region gap = new Region();
    HBox.setHgrow(gap, Priority.ALWAYS);
    decide.setId("claim-decide");
    decide.getStyleClass().add("accent");
    decide.textProperty().bind(texts.bind("decide"));
    decide.setMinWidth(Region.USE_PREF_SIZE);
    decide.managedProperty().bind(decide.visibleProperty());
    decide.setOnAction(pressed -> run.start(Set.of(file().claim())));
    HBox header = new HBox(list, title, standing, gap, decide);
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);
    standing.setId("claim-standing");
    standing.setMinWidth(Region.USE_PREF_SIZE);
    ScrollPane right = new ScrollPane(pane.view());
    right.setFitToWidth(true);
    right.setId("claim-line");
    ListAndDetail split = new ListAndDetail(table.view(), right);
    VBox.setVgrow(split, Priority.ALWAYS);
    view.getChildren().addAll(header, facts, notices, split);
    view.getStyleClass().addAll("cs-page", "cs-page-dense");
    view.setId("claim");
    view.addEventHandler(KeyEvent.KEY_PRESSED, this::leave);
    table.onSelected(rows -> {
      if (!rows.isEmpty()) {
        pane.show(rows.getFirst(), claim);
      }
    });
  }

  private void show() {
    List<LineRow> rows = new ArrayList<>();
    for (int i = 0; i < file().lines().size(); i++) {
      int index = i;
      Optional<LineDecision> decided = claim.decision().map(one -> one.result().lines().get(index));
      Optional<LineEvidence> found =
          decided
              .map(LineDecision::evidence)
              .or(() ->
                  index < evidence.size() ? Optional.of(evidence.get(index)) : Optional.empty());
      rows.add(new LineRow(file().lines().get(i), decided, found));
    }
    int line = table.selected().stream().map(row -> row.line().sequence()).findFirst().orElse(0);
    table.show(rows);
    Look look = words.stage(claim);
    standing.setText(ruled ? texts.get("ruled") : look.text());
    FontIcon sign = new FontIcon(look.icon().filter(icon -> !ruled).orElse(Material2MZ.SYNC));
    String style = ruled ? "cs-accent" : look.style();
    sign.getStyleClass().add(style);
    standing.setGraphic(sign);
    standing.getStyleClass().setAll("label", "cs-grade", style);
    table.describe(texts.get("lines"));
    decide.setVisible(claim.received().isOpen());
    for (int i = 0; i < rows.size(); i++) {
      if (rows.get(i).line().sequence() == line) {
        table.select(i);
      }
    }
  }

  private void verify() {
    claim
        .received()
        .claim()
        .ifPresent(submitted ->
            verifying.start(
                progress -> review.evidence(submitted),
                found -> {
                  evidence = found;
                  show();
                },
                this::failed));
  }

  /** The row to begin with: where a ruling was begun, if one was. */
  private int begun() {
    List<ServiceLine> lines = file().lines();
    return IntStream.range(0, lines.size())
        .filter(i -> drafts.of(file().claim(), lines.get(i).sequence()).isPresent())
        .findFirst()
        .orElse(0);
  }

  private void rule(RulingOrder order) {
    asking.start(progress -> review.holder(), holder -> ask(holder, order), this::failed);
  }

  private void ask(KeyHolder holder, RulingOrder order) {
    PinDialog.ask(
        kit,
        holder,
        texts.get("rule.purpose", order.line(), ClaimWords.number(order.claim())),
        (pin, progress) -> review.rule(pin, order, progress),
        made -> {
          drafts.drop(order.claim(), order.line());
          ruled = true;
          decided(made);
          table.view().requestFocus();
        },
        () -> {
          // What was written stays in the form.
        });
  }

  private void decided(Decision made) {
    // The decision has the evidence that it was made from.
    verifying.stop();
    claim = claim.decided(made);
    notices.clear();
    show();
    host.changed(claim);
  }

  private void failed(Fault fault) {
    notices.trouble("claim-trouble", fault);
  }

  private void leave(KeyEvent key) {
    if (key.getCode() == KeyCode.ESCAPE) {
      key.consume();
      host.back();
    }
  }

  /** The rules are run on this claim. */
  private final class Follower implements DecideRun.Follower {

    @Override
    public void begun() {
      // What is seen of the claim holds until it is decided.
    }

    @Override
    public void decided(DecideOutcome outcome) {
      notices.put(new SummaryCard(kit, outcome, () -> notices.drop(SummaryCard.class)));
      if (outcome instanceof DecideOutcome.Done(var results, var summary, var lost)) {
        results.forEach(this::take);
      }
      table.view().requestFocus();
    }

    private void take(DecideResult result) {
      switch (result) {
        case DecideResult.Decided(var of, var made, var told) when of.equals(file().claim()) ->
            ClaimScreen.this.decided(made);
        // Nothing was decided and signed: why not is all there is to say.
        case DecideResult.Refused(var of, var why) -> {
          notices.drop(SummaryCard.class);
          ClaimScreen.this.failed(why);
        }
        default -> {
          // It waits as before.
        }
      }
    }

    @Override
    public void cancelled() {
      // It waits as before.
    }

    @Override
    public void failed(Fault fault) {
      ClaimScreen.this.failed(fault);
    }
  }

  private ClaimFile file() {
    return claim.file().orElseThrow(() -> new IllegalArgumentException("the claim could be read"));
  }

  private List<Column<LineRow>> columns() {
    return List.of(
        Column.values(
            "number",
            texts.bind("column.number"),
            32,
            Comparator.comparingInt(row -> row.line().sequence()),
            row -> kit.formats().number(row.line().sequence())),
        Column.words("service", texts.bind("column.service"), 160, row -> row.line().display()),
        Column.looks(
            "outcome",
            texts.bind("column.outcome"),
            124,
            Comparator.comparing(
                row -> row.decision().map(LineDecision::outcome).map(Enum::ordinal).orElse(-1)),
            row ->
                row.decision()
                    .map(LineDecision::outcome)
                    .map(words::outcome)
                    .orElse(Look.text("–"))),
        money("billed", row -> Optional.of(row.line().billed())),
        money("payer", row -> amounts(row).map(LineAmounts::payer)),
        money("patient", row -> amounts(row).map(LineAmounts::patient)),
        money("allowed", row -> amounts(row).map(LineAmounts::allowed)),
        Column.values(
            "day",
            texts.bind("column.day"),
            116,
            Comparator.comparing(row -> row.line().day()),
            row -> kit.formats().day(row.line().day())),
        Column.words("code", texts.bind("column.code"), 96, row -> row.line().code().code()));
  }

  private Column<LineRow> money(
      String id, java.util.function.Function<LineRow, Optional<Money>> of) {
    return Column.values(
        id,
        texts.bind("column." + id),
        92,
        Comparator.comparingLong(row -> of.apply(row).map(Money::cents).orElse(-1L)),
        row -> words.money(of.apply(row)));
  }

  private static Optional<LineAmounts> amounts(LineRow row) {
    return row.decision().map(LineDecision::amounts);
  }
}
