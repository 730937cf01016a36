package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartseal.services.claims.Adjudication;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.RulesOutcome;

/**
 * Reads back what a decision's body states, without deciding again. Everything that is wrong with
 * one ends as an IllegalArgumentException.
 */
public final class ResultReader {

  private final PackId pack;
  private final Currency currency;

  private ResultReader(PackId pack, Currency currency) {
    this.pack = pack;
    this.currency = currency;
  }

  /** The decision as it is stated. */
  public static Adjudication read(byte[] body) {
    Fields fields = Fields.of(DecisionReader.tree(body));
    PackId pack = DecisionReader.pack(body);
    Currency currency = Currency.getInstance(fields.text("currency"));
    ResultReader reader = new ResultReader(pack, currency);
    List<LineDecision> lines = new ArrayList<>();
    fields.array("lines").forEach(line -> lines.add(reader.line(line)));
    return new Adjudication(
        pack, lines, DecisionReader.accumulators(fields.object("after"), currency));
  }

  private LineDecision line(Fields line) {
    int sequence = Math.toIntExact(line.number("sequence"));
    return new LineDecision(
        sequence,
        Outcome.valueOf(line.text("outcome")),
        amounts(line.object("amounts")),
        line.array("adjustments").stream().map(this::adjustment).toList(),
        rule(line.object("rule")),
        line.optional("sharing").map(this::rule),
        line.text("explanation"),
        line.optionalText("change"),
        evidence(sequence, line.object("evidence")),
        line.optional("byRules").map(ResultReader::byRules));
  }

  private static RulesOutcome byRules(Fields rules) {
    return new RulesOutcome(Outcome.valueOf(rules.text("outcome")), rules.text("explanation"));
  }

  private LineAmounts amounts(Fields amounts) {
    return new LineAmounts(
        money(amounts, "billed"),
        money(amounts, "allowed"),
        money(amounts, "payer"),
        money(amounts, "secondary"),
        money(amounts, "copay"),
        money(amounts, "deductible"),
        money(amounts, "coinsurance"),
        money(amounts, "nonCovered"),
        money(amounts, "writeOff"),
        money(amounts, "pending"));
  }

  private Adjustment adjustment(Fields adjustment) {
    return new Adjustment(
        adjustment.text("group"),
        adjustment.text("carc"),
        adjustment.text("rarc"),
        money(adjustment, "amount"));
  }

  private RuleReference rule(Fields rule) {
    return new RuleReference(pack, rule.text("table"), rule.text("rule"), rule.text("citation"));
  }

  private Money money(Fields fields, String name) {
    return Money.parse(fields.text(name), currency);
  }

  private static LineEvidence evidence(int sequence, Fields evidence) {
    Map<EvidenceKind, Finding> findings = new EnumMap<>(EvidenceKind.class);
    for (EvidenceKind kind : EvidenceKind.values()) {
      Fields finding = evidence.object(kind.word());
      findings.put(
          kind,
          new Finding(
              Finding.State.valueOf(finding.text("finding").toUpperCase(Locale.ROOT)),
              finding.text("detail")));
    }
    return new LineEvidence(sequence, evidence.text("status"), findings);
  }
}
