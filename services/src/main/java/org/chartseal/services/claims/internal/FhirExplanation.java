package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.ServiceLine;

/** Writes a decision as a FHIR R4 {@code ExplanationOfBenefit}. */
public final class FhirExplanation {

  private FhirExplanation() {}

  /** The resource, UTF-8. */
  public static byte[] write(Decision decision, LocalDate decidedOn) {
    ClaimFile claim = decision.inputs().claim().file();
    ObjectNode resource = Fhir.resource("ExplanationOfBenefit", claim.claim().hex());
    resource.set("patient", Fhir.reference(Fhir.PARTY, claim.patient().value().hex()));
    resource.set("billablePeriod", period(claim));
    resource.put("created", decidedOn.toString());
    resource.set("insurer", Fhir.reference(Fhir.ORGANISATION, claim.insurer().toString()));
    resource.set("provider", Fhir.reference(Fhir.ORGANISATION, claim.hospital().toString()));
    resource.set("claim", Fhir.reference(Fhir.CLAIM, claim.claim().hex()));
    resource.put("outcome", FhirAdjudication.outcome(decision.result()));
    ObjectNode insurance = Fhir.object().put("focal", true);
    insurance.set("coverage", Fhir.reference(Fhir.MEMBER, claim.member()));
    resource.set("insurance", Fhir.list(insurance));
    ArrayNode items = resource.putArray("item");
    for (int i = 0; i < claim.lines().size(); i++) {
      items.add(item(claim.lines().get(i), decision.result().lines().get(i)));
    }
    resource.set("total", FhirAdjudication.totals(decision.result()));
    resource.set("payment", FhirAdjudication.payment(decision));
    resource.set("processNote", FhirAdjudication.notes(decision.result()));
    return Fhir.bytes(resource);
  }

  private static ObjectNode period(ClaimFile claim) {
    LocalDate first = claim.lines().getFirst().day();
    LocalDate last = first;
    for (ServiceLine line : claim.lines()) {
      first = line.day().isBefore(first) ? line.day() : first;
      last = line.day().isAfter(last) ? line.day() : last;
    }
    return Fhir.object().put("start", first.toString()).put("end", last.toString());
  }

  /**
   * The nullifier goes along: with it the patient's console finds the service in the record, or
   * reports that it was not had.
   */
  private static ObjectNode item(ServiceLine line, LineDecision decided) {
    ObjectNode nullifier = Fhir.object().put("url", Fhir.NULLIFIER);
    nullifier.put("valueString", line.nullifier().hex());
    ObjectNode item = Fhir.object();
    item.set("extension", Fhir.list(nullifier));
    item.put("sequence", line.sequence());
    item.set("productOrService", FhirClaimWriter.service(line));
    item.put("servicedDate", line.day().toString());
    item.set("net", Fhir.money(line.billed()));
    item.putArray("noteNumber").add(line.sequence());
    item.set("adjudication", FhirAdjudication.line(decided));
    return item;
  }
}
