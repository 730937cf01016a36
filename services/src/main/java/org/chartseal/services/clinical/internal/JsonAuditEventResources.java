package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.AuditEventResources;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.clinical.Reading;
import org.chartseal.services.seal.SensitivityClass;

/** Access receipts as plain JSON. The patient and the grant are the two entities. */
public final class JsonAuditEventResources implements AuditEventResources {

  private static final String DICOM = "http://dicom.nema.org/resources/ontology/DCM";
  private static final String GRANT = "urn:chartseal:slot";

  private final FhirJson json = new FhirJson();
  private final OwnResources own = new OwnResources();

  @Override
  public byte[] resource(AccessReceipt receipt) {
    ObjectNode event = json.resource("AuditEvent", receipt.id());
    event.set("type", json.coding(DICOM, "110110", "Patient Record"));
    event.put("action", "R");
    event.put("recorded", json.time(receipt.recorded()));
    event.put("outcome", "0");
    json.put(event, "outcomeDesc", receipt.reason());
    event.set(
        "purposeOfEvent",
        json.array(json.concept(SecurityLabels.PURPOSES, receipt.purpose().code(), "")));
    ObjectNode reader = json.object();
    reader.set("who", json.reference(receipt.reader()));
    reader.put("requestor", true);
    ObjectNode organisation = json.object();
    organisation.set("who", json.reference(receipt.organisation()));
    organisation.put("requestor", false);
    event.set("agent", json.array(reader, organisation));
    event.set("source", json.object().set("observer", json.reference(receipt.organisation())));
    event.set("entity", entities(receipt));
    return json.bytes(event);
  }

  private ArrayNode entities(AccessReceipt receipt) {
    ObjectNode record = json.object();
    record.set("what", json.reference(receipt.patient()));
    ArrayNode labels = json.array();
    for (SensitivityClass label : receipt.classes()) {
      labels.add(json.coding(SecurityLabels.system(label), label.code(), ""));
    }
    if (!labels.isEmpty()) {
      record.set("securityLabel", labels);
    }
    ArrayNode entities = json.array(record);
    if (!receipt.grant().isEmpty()) {
      ObjectNode what = json.object().put("type", "Consent");
      what.set("identifier", json.identifier(GRANT, receipt.grant()));
      entities.add(json.object().set("what", what));
    }
    return entities;
  }

  @Override
  public Reading<AccessReceipt> read(byte[] resource) {
    return own.read(resource, "AuditEvent", this::receipt, this::resource);
  }

  private AccessReceipt receipt(JsonNode event) {
    List<SensitivityClass> classes = new ArrayList<>();
    for (JsonNode label : event.path("entity").path(0).path("securityLabel")) {
      classes.add(SensitivityClass.parse(label.path("code").asText("")));
    }
    String purpose =
        event.path("purposeOfEvent").path(0).path("coding").path(0).path("code").asText("");
    return new AccessReceipt(
        event.path("id").asText(""),
        Instant.parse(event.path("recorded").asText("")),
        own.actor(event.path("agent").path(0).path("who")),
        own.actor(event.path("agent").path(1).path("who")),
        own.actor(event.path("entity").path(0).path("what")),
        Arrays.stream(PurposeOfUse.values())
            .filter(known -> known.code().equals(purpose))
            .findFirst()
            .orElseThrow(IllegalArgumentException::new),
        event.path("entity").path(1).path("what").path("identifier").path("value").asText(""),
        classes,
        event.path("outcomeDesc").asText(""));
  }
}
