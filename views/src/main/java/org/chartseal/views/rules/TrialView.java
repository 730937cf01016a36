package org.chartseal.views.rules;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.TrialReport;
import org.chartseal.services.claims.TriedLine;
import org.chartseal.services.claims.TriedLine.Effect;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.state.FaultTexts;
import org.chartseal.views.kit.table.Column;
import org.chartseal.views.kit.table.DataTable;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;
import org.kordamp.ikonli.material2.Material2AL;
import org.kordamp.ikonli.material2.Material2MZ;

/** What a trial came to: sums that add up before the reader's eyes, and each line that changes. */
final class TrialView extends VBox {

  private static final int MOST = 5;

  private final Kit kit;
  private final Texts texts;
  private final ClaimWords words;
  private final RulesDesk.Trial trial;

  /**
   * @param back is called when the reader wants the rules again
   */
  TrialView(Kit kit, RulesDesk.Trial trial, Runnable back) {
    this.kit = kit;
    this.texts = kit.texts(TrialView.class);
    this.words = new ClaimWords(kit);
    this.trial = trial;
    setId("trial");
    getStyleClass().addAll("cs-page", "cs-page-dense");
    DataTable<TriedLine> table = table();
    getChildren().addAll(header(table, back), facts(), summary(), table.view());
    VBox.setVgrow(table.view(), Priority.ALWAYS);
  }

  private HBox header(DataTable<TriedLine> table, Runnable back) {
    Button list = new Button(texts.get("trial.back"), new FontIcon(Material2AL.ARROW_BACK));
    list.setId("trial-back");
    list.getStyleClass().add("flat");
    list.setMinWidth(Region.USE_PREF_SIZE);
    list.setOnAction(pressed -> back.run());
    Label title = new Label(texts.get("trial.title", trial.offered().pack().title()));
    title.setId("trial-title");
    title.getStyleClass().add("cs-heading");
    title.setMaxWidth(Double.MAX_VALUE);
    HBox.setHgrow(title, Priority.ALWAYS);
    Button save = new Button(texts.get("trial.save"));
    save.setId("trial-save");
    save.setMinWidth(Region.USE_PREF_SIZE);
    save.setVisible(!trial.report().changed().isEmpty());
    save.setOnAction(pressed -> table.save());
    HBox header = new HBox(list, title, save);
    header.getStyleClass().add("cs-toolbar");
    header.setAlignment(Pos.CENTER_LEFT);
    return header;
  }

  private PackFacts facts() {
    return new PackFacts(
        kit,
        "trial-facts",
        trial.offered().pack().id(),
        trial.offered().pack().currency().getCurrencyCode(),
        trial
            .offered()
            .signature()
            .map(signature ->
                texts.get("signature.at", kit.formats().moment(signature.statement().signedAt())))
            .orElseGet(() -> texts.get("signature.missing")));
  }

  private VBox summary() {
    TrialReport report = trial.report();
    VBox card = new VBox();
    card.getStyleClass().add("cs-card");
    card.getChildren()
        .addAll(
            line(
                "trial-claims",
                texts.get(
                    "trial.claims",
                    report.claims(),
                    report.tried(),
                    report.notTried().size(),
                    report.notReached())),
            line(
                "trial-lines",
                texts.get(
                    "trial.lines",
                    report.linesTried(),
                    report.count(Effect.UNCHANGED),
                    report.count(Effect.APPROVE),
                    report.count(Effect.DENY),
                    report.count(Effect.PERSON),
                    report.count(Effect.MORE),
                    report.count(Effect.LESS),
                    report.count(Effect.OTHERWISE))),
            line("trial-sums", sums(report.sums())));
    FaultTexts faults = new FaultTexts(kit.localisation());
    for (TrialReport.NotTried one : report.notTried().stream().limit(MOST).toList()) {
      card.getChildren()
          .add(
              line(
                  "trial-not-tried",
                  texts.get(
                      "trial.notTried",
                      ClaimWords.number(one.claim()),
                      faults.sentence(one.fault()),
                      one.fault().code())));
    }
    if (report.notTried().size() > MOST) {
      card.getChildren()
          .add(line("trial-more", texts.get("trial.more", report.notTried().size() - MOST)));
    }
    Label basis = line("trial-basis", texts.get("trial.basis"));
    basis.getStyleClass().add("cs-quiet");
    card.getChildren().add(basis);
    return card;
  }

  private String sums(TrialReport.Sums sums) {
    return texts.get(
        "trial.sums",
        kit.formats().money(sums.payerBefore()),
        kit.formats().money(sums.payerAfter()),
        kit.formats().money(sums.patientBefore()),
        kit.formats().money(sums.patientAfter()));
  }

  private DataTable<TriedLine> table() {
    DataTable<TriedLine> table = new DataTable<>(kit, "trial-lines-table", columns());
    table.describe(texts.get("trial.table"));
    Label nothing =
        new Label(
            texts.get(trial.report().linesTried() == 0 ? "trial.nothing" : "trial.unchanged"));
    nothing.getStyleClass().add("cs-quiet");
    table.placeholder(nothing);
    table.show(trial.report().changed());
    return table;
  }

  private List<Column<TriedLine>> columns() {
    return List.of(
        Column.looks(
            "effect",
            texts.bind("trial.column.effect"),
            168,
            Comparator.comparing(TriedLine::effect),
            this::effect),
        Column.<TriedLine>words(
                "claim",
                texts.bind("trial.column.claim"),
                136,
                line -> ClaimWords.number(line.claim()))
            .exportedAs(line -> line.claim().hex()),
        Column.words(
            "service", texts.bind("trial.column.service"), 192, line -> line.line().display()),
        outcome("before", TriedLine::before),
        money("paysBefore", TriedLine::before),
        outcome("after", TriedLine::after),
        money("paysAfter", TriedLine::after),
        Column.words("rule", texts.bind("trial.column.rule"), 232, line -> rule(line.after())),
        Column.words(
            "why", texts.bind("trial.column.why"), 400, line -> line.after().explanation()));
  }

  private Column<TriedLine> outcome(
      String id, java.util.function.Function<TriedLine, LineDecision> of) {
    return Column.looks(
        id,
        texts.bind("trial.column." + id),
        136,
        Comparator.comparing(line -> of.apply(line).outcome()),
        line -> words.outcome(of.apply(line).outcome()));
  }

  private Column<TriedLine> money(
      String id, java.util.function.Function<TriedLine, LineDecision> of) {
    return Column.<TriedLine>values(
            id,
            texts.bind("trial.column." + id),
            104,
            Comparator.comparingLong(line -> pays(of.apply(line)).cents()),
            line -> words.money(Optional.of(pays(of.apply(line)))))
        .exportedAs(line -> pays(of.apply(line)).decimal().toPlainString());
  }

  private static Money pays(LineDecision line) {
    return line.amounts().payer();
  }

  private String rule(LineDecision line) {
    return line.rule().rule().isEmpty()
        ? texts.get("trial.rule.none", line.rule().table())
        : texts.get("trial.rule", line.rule().rule(), line.rule().citation());
  }

  private Look effect(TriedLine line) {
    String word = texts.word("effect", line.effect());
    return switch (line.effect()) {
      case UNCHANGED -> Look.text(word);
      case APPROVE -> Look.word(word, Material2AL.CHECK_CIRCLE, "cs-proven");
      case DENY -> Look.word(word, Material2AL.BLOCK, "cs-failed");
      case PERSON -> Look.word(word, Material2MZ.PERSON, "cs-caution");
      case MORE -> Look.word(word, Material2AL.ARROW_UPWARD, "cs-accent");
      case LESS -> Look.word(word, Material2AL.ARROW_DOWNWARD, "cs-accent");
      case OTHERWISE -> Look.word(word, Material2MZ.SYNC, "cs-accent");
    };
  }

  private static Label line(String id, String words) {
    Label label = new Label(words);
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
