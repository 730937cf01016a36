package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.ClinicalNote;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteResources;

/** Notes as plain JSON. */
public final class JsonNoteResources implements NoteResources {

  private static final String LOINC = "http://loinc.org";
  private static final String CLINICAL_STATUS =
      "http://terminology.hl7.org/CodeSystem/condition-clinical";

  private final FhirJson json = new FhirJson();

  @Override
  public List<byte[]> resources(ClinicalNote note) {
    if (note.text().isEmpty()) {
      throw new IllegalArgumentException("a note has at least one paragraph");
    }
    List<ObjectNode> stated = new ArrayList<>();
    for (Coded diagnosis : note.diagnoses()) {
      stated.add(condition(note, diagnosis, note.id() + "-d" + (stated.size() + 1)));
    }
    for (Coded medicine : note.medicines()) {
      stated.add(medicationRequest(note, medicine, note.id() + "-m" + (stated.size() + 1)));
    }
    List<byte[]> resources = new ArrayList<>();
    resources.add(json.bytes(composition(note, stated)));
    stated.forEach(resource -> resources.add(json.bytes(resource)));
    return resources;
  }

  private ObjectNode composition(ClinicalNote note, List<ObjectNode> stated) {
    ObjectNode composition = json.resource("Composition", note.id());
    composition.put("status", "final");
    composition.set("type", json.concept(LOINC, "11506-3", "Progress note"));
    composition.set("subject", json.reference(note.patient()));
    composition.put("date", json.time(note.written()));
    composition.set("author", json.array(json.reference(note.author())));
    composition.put("title", note.title().isBlank() ? "Note" : note.title());
    composition.set("custodian", json.reference(note.organisation()));
    ObjectNode section = json.object().put("title", "Note");
    section.set("text", json.narrative(String.join("\n", note.text())));
    ArrayNode entries = json.array();
    for (ObjectNode resource : stated) {
      entries.add(json.object().put("reference", ResourceDescriber.ref(resource)));
    }
    if (!entries.isEmpty()) {
      section.set("entry", entries);
    }
    composition.set("section", json.array(section));
    return composition;
  }

  private ObjectNode condition(ClinicalNote note, Coded diagnosis, String id) {
    ObjectNode condition = json.resource("Condition", id);
    condition.set("clinicalStatus", json.concept(CLINICAL_STATUS, "active", ""));
    condition.set("code", json.concept(diagnosis));
    condition.set("subject", json.reference(note.patient()));
    condition.put("recordedDate", json.time(note.written()));
    condition.set("recorder", json.reference(note.author()));
    return condition;
  }

  private ObjectNode medicationRequest(ClinicalNote note, Coded medicine, String id) {
    ObjectNode request = json.resource("MedicationRequest", id);
    request.put("status", "active").put("intent", "order");
    request.set("medicationCodeableConcept", json.concept(medicine));
    request.set("subject", json.reference(note.patient()));
    request.put("authoredOn", json.time(note.written()));
    request.set("requester", json.reference(note.author()));
    return request;
  }
}
