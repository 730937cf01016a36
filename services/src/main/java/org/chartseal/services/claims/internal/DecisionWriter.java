package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.RuleReference;

/**
 * Writes a decision's body: what was decided, for people and programs, and the inputs for those who
 * decide again.
 */
public final class DecisionWriter {

  static final String FORMAT = "chartseal-decision";

  /** Of a body that the rules alone decided. */
  static final int BY_RULES = 1;

  /** Of a body with rulings of persons. */
  static final int RULED = 2;

  private DecisionWriter() {}

  /** The body, UTF-8; the same for the same decision. */
  public static byte[] bytes(Decision decision) {
    return Fhir.bytes(tree(decision));
  }

  /** The body's tree. */
  public static ObjectNode tree(Decision decision) {
    ObjectNode body =
        Fhir.object()
            .put("format", FORMAT)
            .put("v", decision.rulings().isEmpty() ? BY_RULES : RULED);
    body.set("pack", pack(decision.result().pack()));
    body.put("currency", decision.inputs().before().currency().getCurrencyCode());
    ArrayNode lines = body.putArray("lines");
    decision.result().lines().forEach(line -> lines.add(line(line)));
    body.set("totals", amounts(decision.result().totals()));
    body.set("after", accumulators(decision.result().after()));
    body.set("inputs", InputsWriter.tree(decision.inputs()));
    if (!decision.rulings().isEmpty()) {
      ArrayNode rulings = body.putArray("rulings");
      decision.rulings().forEach(ruling -> rulings.add(RulingCodec.signed(ruling)));
    }
    return body;
  }

  static ObjectNode accumulators(Accumulators accumulators) {
    ObjectNode years = Fhir.object();
    accumulators
        .years()
        .forEach((year, totals) -> {
          ObjectNode entry = years.putObject(Integer.toString(year));
          entry.put("deductibleMet", decimal(totals.deductibleMet()));
          entry.put("outOfPocketMet", decimal(totals.outOfPocketMet()));
        });
    return years;
  }

  static String decimal(Money money) {
    return money.decimal().toPlainString();
  }

  private static ObjectNode pack(PackId pack) {
    return Fhir.object()
        .put("id", pack.id())
        .put("version", pack.version())
        .put("digest", pack.digest().hex());
  }

  private static ObjectNode line(LineDecision line) {
    ObjectNode node = Fhir.object();
    node.put("sequence", line.sequence());
    node.put("outcome", line.outcome().name());
    node.set("amounts", amounts(line.amounts()));
    ArrayNode adjustments = node.putArray("adjustments");
    line.adjustments().forEach(adjustment -> adjustments.add(adjustment(adjustment)));
    node.set("rule", rule(line.rule()));
    line.sharing().ifPresent(sharing -> node.set("sharing", rule(sharing)));
    node.put("explanation", line.explanation());
    line.change().ifPresent(change -> node.put("change", change));
    node.set("evidence", evidence(line.evidence()));
    line.byRules()
        .ifPresent(rules ->
            node.putObject("byRules")
                .put("outcome", rules.outcome().name())
                .put("explanation", rules.explanation()));
    return node;
  }

  private static ObjectNode amounts(LineAmounts amounts) {
    Map<String, Money> parts = new TreeMap<>();
    parts.put("billed", amounts.billed());
    parts.put("allowed", amounts.allowed());
    parts.put("payer", amounts.payer());
    parts.put("secondary", amounts.secondary());
    parts.put("copay", amounts.copay());
    parts.put("deductible", amounts.deductible());
    parts.put("coinsurance", amounts.coinsurance());
    parts.put("nonCovered", amounts.nonCovered());
    parts.put("patient", amounts.patient());
    parts.put("writeOff", amounts.writeOff());
    parts.put("pending", amounts.pending());
    ObjectNode node = Fhir.object();
    parts.forEach((part, money) -> node.put(part, decimal(money)));
    return node;
  }

  private static ObjectNode adjustment(Adjustment adjustment) {
    return Fhir.object()
        .put("group", adjustment.group())
        .put("carc", adjustment.carc())
        .put("rarc", adjustment.rarc())
        .put("amount", decimal(adjustment.amount()));
  }

  private static ObjectNode rule(RuleReference rule) {
    return Fhir.object()
        .put("table", rule.table())
        .put("rule", rule.rule())
        .put("citation", rule.citation());
  }

  private static ObjectNode evidence(LineEvidence evidence) {
    ObjectNode node = Fhir.object().put("status", evidence.status());
    for (EvidenceKind kind : EvidenceKind.values()) {
      Finding finding = evidence.finding(kind);
      node.putObject(kind.word())
          .put("finding", finding.state().word())
          .put("detail", finding.detail());
    }
    return node;
  }
}
