package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.ClinicalNote;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.NoteContent;
import org.chartseal.services.clinical.NoteResources;

/** Notes as plain JSON. */
public final class JsonNoteResources implements NoteResources {

  private static final String LOINC = "http://loinc.org";
  private static final String CLINICAL_STATUS =
      "http://terminology.hl7.org/CodeSystem/condition-clinical";

  private final FhirJson json = new FhirJson();

  @Override
  public List<byte[]> resources(ClinicalNote note) {
    NoteContent content = note.content();
    if (content.isEmpty()) {
      throw new IllegalArgumentException("a note says something");
    }
    Numbers ids = new Numbers(note.id());
    Part problems = new Part(coded("11450-4", "Problem list"), "Problems");
    content
        .problems()
        .forEach(one -> problems.add(condition(note, one, ids.next('d')), one.display()));
    Part medicines = new Part(coded("10160-0", "Medications"), "Medicines");
    content
        .medicines()
        .forEach(one -> medicines.add(medicationRequest(note, one, ids.next('m')), words(one)));
    Part orders = new Part(coded("18776-5", "Plan of treatment"), "Orders");
    content
        .orders()
        .forEach(one -> orders.add(serviceRequest(note, one, ids.next('o')), one.display()));
    List<byte[]> resources = new ArrayList<>();
    List<Part> parts = List.of(problems, medicines, orders);
    resources.add(json.bytes(composition(note, parts)));
    parts.forEach(part -> part.stated.forEach(one -> resources.add(json.bytes(one))));
    return resources;
  }

  private ObjectNode composition(ClinicalNote note, List<Part> parts) {
    ObjectNode composition = json.resource("Composition", note.id());
    composition.put("status", "final");
    composition.set("type", coded("11506-3", "Progress note"));
    composition.set("subject", json.reference(note.patient()));
    composition.put("date", json.time(note.written()));
    composition.set("author", json.array(json.reference(note.author())));
    String title = note.content().title();
    composition.put("title", title.isBlank() ? "Note" : title);
    composition.set("custodian", json.reference(note.organisation()));
    ArrayNode sections = json.array();
    if (!note.content().text().isEmpty()) {
      ObjectNode section = json.object().put("title", "Note");
      section.set("text", json.narrative(String.join("\n", note.content().text())));
      sections.add(section);
    }
    parts.stream().filter(part -> !part.stated.isEmpty()).map(this::section).forEach(sections::add);
    composition.set("section", sections);
    return composition;
  }

  private ObjectNode section(Part part) {
    ObjectNode section = json.object().put("title", part.title);
    section.set("code", part.code);
    section.set("text", json.narrative(String.join("\n", part.words)));
    ArrayNode entries = json.array();
    for (ObjectNode resource : part.stated) {
      entries.add(json.object().put("reference", ResourceDescriber.ref(resource)));
    }
    section.set("entry", entries);
    return section;
  }

  private ObjectNode condition(ClinicalNote note, Coded problem, String id) {
    ObjectNode condition = json.resource("Condition", id);
    condition.set("clinicalStatus", json.concept(CLINICAL_STATUS, "active", ""));
    condition.set("code", json.concept(problem));
    condition.set("subject", json.reference(note.patient()));
    condition.put("recordedDate", json.time(note.written()));
    condition.set("recorder", json.reference(note.author()));
    return condition;
  }

  private ObjectNode medicationRequest(
      ClinicalNote note, NoteContent.Prescription prescribed, String id) {
    ObjectNode request = json.resource("MedicationRequest", id);
    request.put("status", "active").put("intent", "order");
    request.set("medicationCodeableConcept", json.concept(prescribed.medicine()));
    request.set("subject", json.reference(note.patient()));
    request.put("authoredOn", json.time(note.written()));
    request.set("requester", json.reference(note.author()));
    if (!prescribed.dose().isEmpty()) {
      request.set("dosageInstruction", json.array(json.object().put("text", prescribed.dose())));
    }
    return request;
  }

  private ObjectNode serviceRequest(ClinicalNote note, Coded order, String id) {
    ObjectNode request = json.resource("ServiceRequest", id);
    request.put("status", "active").put("intent", "order");
    request.set("code", json.concept(order));
    request.set("subject", json.reference(note.patient()));
    request.put("authoredOn", json.time(note.written()));
    request.set("requester", json.reference(note.author()));
    return request;
  }

  private ObjectNode coded(String code, String display) {
    return json.concept(LOINC, code, display);
  }

  private static String words(NoteContent.Prescription prescribed) {
    String medicine = prescribed.medicine().display();
    return prescribed.dose().isEmpty() ? medicine : medicine + ": " + prescribed.dose();
  }

  /** A section with what it states, as resources and in words. */
  private static final class Part {
    private final ObjectNode code;
    private final String title;
    private final List<ObjectNode> stated = new ArrayList<>();
    private final List<String> words = new ArrayList<>();

    Part(ObjectNode code, String title) {
      this.code = code;
      this.title = title;
    }

    void add(ObjectNode resource, String said) {
      stated.add(resource);
      words.add(said);
    }
  }

  /** The ids of what a note states, counted through. */
  private static final class Numbers {
    private final String note;
    private int last;

    Numbers(String note) {
      this.note = note;
    }

    String next(char kind) {
      last++;
      return note + "-" + kind + last;
    }
  }
}
