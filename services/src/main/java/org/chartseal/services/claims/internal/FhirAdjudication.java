package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Currency;
import org.chartseal.services.claims.Adjudication;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;

/** The elements that {@code ClaimResponse} and {@code ExplanationOfBenefit} share. */
final class FhirAdjudication {

  private static final String CATEGORY = "http://terminology.hl7.org/CodeSystem/adjudication";
  private static final String CARIN = "http://hl7.org/fhir/us/carin-bb/CodeSystem/C4BBAdjudication";
  private static final String CARC = "https://x12.org/codes/claim-adjustment-reason-codes";
  private static final String RARC = "https://x12.org/codes/remittance-advice-remark-codes";
  private static final String GROUP = "https://x12.org/codes/claim-adjustment-group-codes";
  private static final String OUTCOME = "urn:chartseal:line-outcome";
  private static final String PAYMENT = "http://terminology.hl7.org/CodeSystem/ex-paymenttype";

  private FhirAdjudication() {}

  /** Whether everything, a part or nothing is decided (R4 RemittanceOutcome). */
  static String outcome(Adjudication result) {
    if (result.isComplete()) {
      return "complete";
    }
    boolean nothing =
        result.lines().stream().allMatch(line -> line.outcome() == Outcome.NEEDS_PERSON);
    return nothing ? "queued" : "partial";
  }

  /** The adjudications of one line: its outcome, amounts and the reasons for what is not paid. */
  static ArrayNode line(LineDecision line) {
    ArrayNode adjudications = Fhir.list();
    ObjectNode outcome = Fhir.object();
    outcome.set("category", Fhir.concept(OUTCOME, line.outcome().name()));
    adjudications.add(outcome);
    amounts(line.amounts()).forEach(adjudications::add);
    line.adjustments().forEach(adjustment -> adjudications.add(adjustment(adjustment)));
    return adjudications;
  }

  /** The totals of all lines. */
  static ArrayNode totals(Adjudication result) {
    return amounts(result.totals());
  }

  /** The note about a line: why, and what would change it. */
  static ObjectNode note(LineDecision line) {
    ObjectNode note = Fhir.object().put("number", line.sequence()).put("type", "display");
    String change = line.change().map(text -> " " + text).orElse("");
    note.put("text", "Line " + line.sequence() + ": " + line.explanation() + change);
    return note;
  }

  static ArrayNode notes(Adjudication result) {
    ArrayNode notes = Fhir.list();
    result.lines().forEach(line -> notes.add(note(line)));
    return notes;
  }

  static ObjectNode payment(Decision decision) {
    Adjudication result = decision.result();
    ObjectNode payment = Fhir.object();
    payment.set("type", Fhir.concept(PAYMENT, result.isComplete() ? "complete" : "partial"));
    payment.set("amount", Fhir.money(result.totals().payer()));
    return payment;
  }

  private static ArrayNode amounts(LineAmounts amounts) {
    Currency currency = amounts.billed().currency();
    ArrayNode list = Fhir.list();
    list.add(amount(CATEGORY, "submitted", amounts.billed()));
    list.add(amount(CATEGORY, "eligible", amounts.allowed()));
    list.add(amount(CATEGORY, "benefit", amounts.payer()));
    addUnlessZero(list, CATEGORY, "copay", amounts.copay());
    addUnlessZero(list, CATEGORY, "deductible", amounts.deductible());
    addUnlessZero(list, CARIN, "coinsurance", amounts.coinsurance());
    addUnlessZero(list, CARIN, "noncovered", amounts.nonCovered());
    addUnlessZero(list, CARIN, "discount", amounts.writeOff());
    if (amounts.patient().compareTo(Money.zero(currency)) > 0) {
      list.add(amount(CARIN, "memberliability", amounts.patient()));
    }
    return list;
  }

  private static void addUnlessZero(ArrayNode list, String system, String code, Money money) {
    if (!money.isZero()) {
      list.add(amount(system, code, money));
    }
  }

  private static ObjectNode amount(String system, String code, Money money) {
    ObjectNode node = Fhir.object();
    node.set("category", Fhir.concept(system, code));
    node.set("amount", Fhir.money(money));
    return node;
  }

  private static ObjectNode adjustment(Adjustment adjustment) {
    ArrayNode reasons = Fhir.list(Fhir.coding(CARC, adjustment.carc()));
    if (!adjustment.rarc().isEmpty()) {
      reasons.add(Fhir.coding(RARC, adjustment.rarc()));
    }
    ObjectNode node = Fhir.object();
    node.set("category", Fhir.concept(GROUP, adjustment.group()));
    ObjectNode reason = Fhir.object();
    reason.set("coding", reasons);
    node.set("reason", reason);
    node.set("amount", Fhir.money(adjustment.amount()));
    return node;
  }
}
