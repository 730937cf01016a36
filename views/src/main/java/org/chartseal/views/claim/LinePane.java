package org.chartseal.views.claim;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.claims.LineWords;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.kordamp.ikonli.javafx.FontIcon;

/** What there is about one line: the decision and its reasons, the evidence, and ruling on it. */
final class LinePane {

  private final Kit kit;
  private final Texts texts;
  private final ClaimWords words;
  private final EvidenceView evidence;
  private final RulingDrafts drafts;
  private final LineWords said;
  private final Function<ServiceLine, PlanCeiling> ceiling;
  private final Consumer<RulingOrder> ruler;
  private final VBox view = new VBox();

  LinePane(Kit kit, ClaimReview review, RulingDrafts drafts, Consumer<RulingOrder> ruler) {
    this.drafts = drafts;
    this.kit = kit;
    this.texts = kit.texts(LinePane.class);
    this.words = new ClaimWords(kit);
    this.evidence = new EvidenceView(kit);
    this.said = new LineWords(kit, review.rules());
    this.ceiling = review::ceiling;
    this.ruler = ruler;
    view.getStyleClass().add("cs-line-pane");
  }

  Node view() {
    return view;
  }

  void show(LineRow row, ClaimRow claim) {
    Optional<Decision> decision = claim.decision();
    List<Node> parts = new ArrayList<>();
    parts.add(heading(texts.get("line", row.line().sequence(), row.line().display())));
    if (row.decision().isPresent()) {
      parts.addAll(
          decided(
              row.decision().get(),
              decision.stream()
                  .flatMap(made -> made.rulings().stream())
                  .map(SignedRuling::ruling)
                  .toList()));
    } else {
      parts.add(quiet(claim.received().isOpen() ? texts.get("undecided") : words.why(claim)));
    }
    decision.ifPresent(made -> parts.addAll(rulings(made, row)));
    parts.addAll(evidence.of(row));
    decision.ifPresent(made -> parts.add(ruling(made, row, claim.payment())));
    view.getChildren().setAll(parts);
  }

  private List<Node> decided(LineDecision line, List<Ruling> rulings) {
    List<Node> parts = new ArrayList<>();
    Look look = words.outcome(line.outcome());
    Label outcome = new Label(look.text());
    outcome.setId("line-outcome");
    look.icon()
        .ifPresent(code -> {
          FontIcon icon = new FontIcon(code);
          icon.getStyleClass().add(look.style());
          outcome.setGraphic(icon);
        });
    outcome.getStyleClass().addAll("cs-strong", look.style());
    parts.add(outcome);
    parts.add(wrapped("line-explanation", said.explanation(line, rulings)));
    said.change(line)
        .ifPresent(change -> {
          Label label = wrapped("line-change", texts.get("change", change));
          label.getStyleClass().add("cs-callout");
          parts.add(label);
        });
    GridPane facts = new GridPane();
    facts.getStyleClass().add("cs-facts");
    int next = 0;
    fact(facts, next++, texts.get("rule"), rule(line.rule()));
    if (line.sharing().isPresent()) {
      fact(facts, next++, texts.get("sharing"), rule(line.sharing().get()));
    }
    for (Adjustment adjustment : line.adjustments()) {
      fact(
          facts,
          next++,
          ClaimWords.codes(
              new AdjustmentReason(adjustment.group(), adjustment.carc(), adjustment.rarc())),
          adjusted(adjustment));
    }
    if (line.byRules().isPresent()) {
      fact(
          facts,
          next,
          texts.get("byRules"),
          words.outcome(line.byRules().get().outcome()).text()
              + " – "
              + said.byRules(line).orElse(""));
    }
    parts.add(facts);
    return parts;
  }

  private String rule(RuleReference rule) {
    return rule.rule().isEmpty()
        ? texts.get("rule.none", rule.table())
        : texts.get("rule.of", rule.rule(), rule.table(), rule.citation());
  }

  private String adjusted(Adjustment adjustment) {
    String money = kit.formats().money(adjustment.amount());
    String key = "carc." + adjustment.carc();
    return texts.has(key)
        ? texts.get("adjusted.why", money, texts.get(key), group(adjustment))
        : texts.get("adjusted", money, group(adjustment));
  }

  private String group(Adjustment adjustment) {
    String key = "group." + adjustment.group();
    return texts.has(key) ? texts.get(key) : adjustment.group();
  }

  private List<Node> rulings(Decision decision, LineRow row) {
    List<Node> parts = new ArrayList<>();
    for (SignedRuling signed : decision.rulings()) {
      Ruling ruling = signed.ruling();
      if (ruling.line() == row.line().sequence()) {
        Label label =
            wrapped(
                "line-ruling",
                texts.get(
                    "ruling.made",
                    ruling.person(),
                    kit.formats().moment(signed.signature().statement().signedAt()),
                    ruling.reason()));
        label.getStyleClass().add("cs-callout");
        parts.add(label);
      }
    }
    return parts;
  }

  private Node ruling(Decision decision, LineRow row, Optional<ClaimPayment> payment) {
    boolean approved =
        row.decision()
            .filter(line -> line.outcome() == org.chartseal.services.claims.Outcome.APPROVED)
            .isPresent();
    if (payment.isPresent() && approved) {
      return quiet(texts.get("ruling.paid"));
    }
    ClaimFile file = decision.inputs().claim().file();
    return new RulingForm(
        kit,
        new RulingForm.Subject(file.claim(), row.line(), ceiling.apply(row.line())),
        drafts,
        ruler);
  }

  private static void fact(GridPane grid, int row, String name, String value) {
    Label left = new Label(name);
    left.getStyleClass().add("cs-quiet");
    left.setMinWidth(Region.USE_PREF_SIZE);
    Label right = new Label(value);
    right.setWrapText(true);
    grid.addRow(row, left, right);
  }

  private static Label heading(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("cs-heading");
    label.setWrapText(true);
    return label;
  }

  private static Label quiet(String text) {
    Label label = new Label(text);
    label.getStyleClass().add("cs-quiet");
    label.setWrapText(true);
    return label;
  }

  private static Label wrapped(String id, String text) {
    Label label = new Label(text);
    label.setId(id);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
