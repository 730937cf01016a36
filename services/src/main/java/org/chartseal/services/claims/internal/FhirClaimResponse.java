package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;

/** Writes a decision as a FHIR R4 {@code ClaimResponse}. */
public final class FhirClaimResponse {

  private FhirClaimResponse() {}

  /** The resource, UTF-8. */
  public static byte[] write(Decision decision, LocalDate decidedOn) {
    ClaimFile claim = decision.inputs().claim().file();
    ObjectNode resource = Fhir.resource("ClaimResponse", claim.claim().hex());
    resource.set("patient", Fhir.reference(Fhir.PARTY, claim.patient().value().hex()));
    resource.put("created", decidedOn.toString());
    resource.set("insurer", Fhir.reference(Fhir.ORGANISATION, claim.insurer().toString()));
    resource.set("requestor", Fhir.reference(Fhir.ORGANISATION, claim.hospital().toString()));
    resource.set("request", Fhir.reference(Fhir.CLAIM, claim.claim().hex()));
    resource.put("outcome", FhirAdjudication.outcome(decision.result()));
    ArrayNode items = resource.putArray("item");
    decision.result().lines().forEach(line -> items.add(item(line)));
    resource.set("total", FhirAdjudication.totals(decision.result()));
    resource.set("payment", FhirAdjudication.payment(decision));
    resource.set("processNote", FhirAdjudication.notes(decision.result()));
    return Fhir.bytes(resource);
  }

  private static ObjectNode item(LineDecision line) {
    ObjectNode item = Fhir.object().put("itemSequence", line.sequence());
    item.putArray("noteNumber").add(line.sequence());
    item.set("adjudication", FhirAdjudication.line(line));
    return item;
  }
}
