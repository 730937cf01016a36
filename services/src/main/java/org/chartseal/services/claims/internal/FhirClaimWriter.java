package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ServiceLine;

/** Writes a claim as a FHIR R4 {@code Claim}. */
public final class FhirClaimWriter {

  private static final String PRIORITY = "http://terminology.hl7.org/CodeSystem/processpriority";

  private FhirClaimWriter() {}

  /** The resource, UTF-8. */
  public static byte[] write(ClaimFile claim) {
    ObjectNode resource = Fhir.resource("Claim", claim.claim().hex());
    resource.set("patient", Fhir.reference(Fhir.PARTY, claim.patient().value().hex()));
    resource.put("created", claim.created().toString());
    resource.set("insurer", Fhir.reference(Fhir.ORGANISATION, claim.insurer().toString()));
    resource.set("provider", Fhir.reference(Fhir.ORGANISATION, claim.hospital().toString()));
    resource.set("priority", Fhir.concept(PRIORITY, "normal"));
    ObjectNode insurance = Fhir.object().put("sequence", 1).put("focal", true);
    insurance.set("coverage", Fhir.reference(Fhir.MEMBER, claim.member()));
    resource.set("insurance", Fhir.list(insurance));
    ArrayNode items = resource.putArray("item");
    claim.lines().forEach(line -> items.add(item(line)));
    resource.set("total", Fhir.money(claim.total()));
    return Fhir.bytes(resource);
  }

  private static ObjectNode item(ServiceLine line) {
    ObjectNode nullifier = Fhir.object().put("url", Fhir.NULLIFIER);
    nullifier.put("valueString", line.nullifier().hex());
    ObjectNode item = Fhir.object();
    item.set("extension", Fhir.list(nullifier));
    item.put("sequence", line.sequence());
    item.set("category", Fhir.concept(Fhir.CATEGORY, line.category().word()));
    item.set("productOrService", service(line));
    item.put("servicedDate", line.day().toString());
    item.set("quantity", Fhir.object().put("value", 1));
    item.set("unitPrice", Fhir.money(line.billed()));
    item.set("net", Fhir.money(line.billed()));
    return item;
  }

  static ObjectNode service(ServiceLine line) {
    ObjectNode coding = Fhir.coding(line.code().system(), line.code().code());
    return Fhir.concept(coding.put("display", line.display()));
  }
}
