package org.chartseal.views.inbox;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.claims.LineWords;
import org.chartseal.views.kit.claims.TransactionField;
import org.chartseal.views.kit.table.Look;
import org.chartseal.views.kit.text.Texts;
import org.chartseal.views.kit.verdict.DoubtText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * One claim: what was billed, what was decided about each line and why, what would change a denial,
 * and by which transaction it was paid.
 */
final class ClaimPane extends ScrollPane {

  private final Kit kit;
  private final Texts texts;
  private final InboxWords words;
  private final LineWords said;
  private final DoubtText doubts;
  private final VBox content = new VBox(12);

  ClaimPane(Kit kit, RuleSentences rules) {
    this.kit = kit;
    this.texts = kit.texts(ClaimPane.class);
    this.words = new InboxWords(kit);
    this.said = new LineWords(kit, rules);
    this.doubts = new DoubtText(kit.localisation());
    setId("claim");
    setFitToWidth(true);
    setMinWidth(320);
    content.getStyleClass().add("cs-inbox-detail");
    setContent(content);
  }

  /** Shows a claim, or none. */
  void show(@Nullable ClaimItem item) {
    content.getChildren().clear();
    if (item == null) {
      return;
    }
    content.getChildren().add(head(item));
    item.doubt()
        .ifPresent(
            doubt -> content.getChildren().add(caution(texts.get("doubt", doubts.of(doubt)))));
    Optional<ClaimItem.Verdict> verdict = item.verdict();
    verdict
        .flatMap(ClaimItem.Verdict::payment)
        .ifPresent(payment -> content.getChildren().add(payment(payment)));
    for (ClaimItem.Line line : item.lines()) {
      content.getChildren().add(line(line, verdict));
      verdict.ifPresent(decided ->
          decided.rulings().stream()
              .filter(ruling -> ruling.line() == line.sequence())
              .forEach(ruling -> content.getChildren().add(ruling(ruling))));
    }
  }

  private VBox head(ClaimItem item) {
    Label title = wrapped(texts.get("claim.title", item.patient(), item.insurer()));
    title.setId("claim-title");
    title.getStyleClass().add("cs-heading");
    Label facts =
        wrapped(
            texts.get(
                "claim.facts",
                item.number(),
                kit.formats().day(item.made()),
                kit.formats().money(item.total())));
    facts.getStyleClass().add("cs-quiet");
    Label state = mark(words.stage(item));
    state.setId("claim-state");
    VBox head = new VBox(4, title, facts, state);
    String meaning = words.meaning(item);
    if (!meaning.isEmpty()) {
      Label label = wrapped(meaning);
      label.getStyleClass().add("cs-quiet");
      head.getChildren().add(label);
    }
    return head;
  }

  private VBox payment(ClaimPayment payment) {
    Label paid =
        wrapped(
            payment.reversed().isZero()
                ? texts.get("paid", kit.formats().money(payment.paid()))
                : texts.get(
                    "paid.back",
                    kit.formats().money(payment.paid()),
                    kit.formats().money(payment.reversed())));
    paid.setId("claim-paid");
    paid.getStyleClass().add("cs-strong");
    VBox box = new VBox(4, paid);
    box.getStyleClass().add("cs-quote");
    if (payment.transactions().isEmpty()) {
      box.getChildren().add(wrapped(texts.get("paid.nobody")));
    }
    for (Hash32 transaction : payment.transactions()) {
      TransactionField hash = new TransactionField(kit, transaction);
      HBox.setHgrow(hash, Priority.ALWAYS);
      Label name = new Label(texts.get("transaction"));
      name.setMinWidth(Region.USE_PREF_SIZE);
      HBox row = new HBox(8, name, hash);
      row.setAlignment(Pos.CENTER_LEFT);
      box.getChildren().add(row);
    }
    return box;
  }

  private VBox line(ClaimItem.Line line, Optional<ClaimItem.Verdict> verdict) {
    Label title = wrapped(texts.get("line", line.sequence(), line.display()));
    title.getStyleClass().add("cs-strong");
    Label facts =
        wrapped(
            texts.get(
                "line.facts",
                line.code().code(),
                kit.formats().day(line.day()),
                kit.formats().money(line.billed())));
    facts.getStyleClass().add("cs-quiet");
    VBox box = new VBox(4, title, facts);
    box.getStyleClass().add("cs-inbox-line");
    verdict.ifPresent(decided ->
        decision(decided, line.sequence()).ifPresent(one -> decided(box, one, decided.rulings())));
    return box;
  }

  private void decided(VBox box, LineDecision line, List<Ruling> rulings) {
    box.getChildren().add(mark(words.outcome(line)));
    box.getChildren().add(wrapped(said.explanation(line, rulings)));
    said.change(line)
        .ifPresent(change -> {
          Label label = wrapped(texts.get("change", change));
          label.getStyleClass().add("cs-quote");
          box.getChildren().add(label);
        });
    GridPane facts = new GridPane();
    facts.getStyleClass().add("cs-facts");
    int row = 0;
    fact(facts, row++, "payer", kit.formats().money(line.amounts().payer()));
    fact(facts, row++, "patient", kit.formats().money(line.amounts().patient()));
    if (!line.amounts().writeOff().isZero()) {
      fact(facts, row++, "writeoff", kit.formats().money(line.amounts().writeOff()));
    }
    if (!line.adjustments().isEmpty()) {
      fact(
          facts,
          row++,
          "codes",
          line.adjustments().stream()
              .map(
                  one -> texts.get("code", InboxWords.code(one), kit.formats().money(one.amount())))
              .collect(Collectors.joining("\n")));
    }
    fact(facts, row, "rule", texts.get("cited", line.rule().rule(), line.rule().citation()));
    box.getChildren().add(facts);
  }

  private Node ruling(Ruling ruling) {
    Label label = wrapped(texts.get("ruling", ruling.person(), ruling.reason()));
    label.getStyleClass().add("cs-quote");
    return label;
  }

  private void fact(GridPane grid, int row, String key, String value) {
    Label name = new Label(texts.get(key));
    name.getStyleClass().add("cs-quiet");
    name.setMinWidth(Region.USE_PREF_SIZE);
    grid.addRow(row, name, wrapped(value));
  }

  private static Optional<LineDecision> decision(ClaimItem.Verdict verdict, int sequence) {
    return verdict.lines().stream().filter(line -> line.sequence() == sequence).findFirst();
  }

  private static Label mark(Look mark) {
    Label label = new Label(mark.text());
    mark.icon()
        .ifPresent(code -> {
          FontIcon icon = new FontIcon(code);
          icon.getStyleClass().add(mark.style());
          label.setGraphic(icon);
        });
    label.getStyleClass().addAll("cs-strong", mark.style());
    return label;
  }

  private static Label caution(String text) {
    Label label = wrapped(text);
    label.getStyleClass().add("cs-caution");
    return label;
  }

  private static Label wrapped(String text) {
    Label label = new Label(text);
    label.setWrapText(true);
    label.setMinHeight(Region.USE_PREF_SIZE);
    return label;
  }
}
