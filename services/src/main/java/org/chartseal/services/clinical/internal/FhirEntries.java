package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentTree;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SensitivityClass;

/** Makes entries of the resources of a FHIR file. */
final class FhirEntries {

  static final String FHIR_JSON = "application/fhir+json";

  /** Below what an entry can hold, so that names of billable services still fit in. */
  private static final int MOST_VALUES = ContentTree.MAX_LEAVES / 4 * 3;

  private static final int MOST_PARTS = 60_000;
  private static final String PATIENT = "Patient";

  private final ResourceDescriber describer;
  private final EntrySummary summary;
  private final PatientReader patients = new PatientReader();

  FhirEntries(ResourceDescriber describer) {
    this.describer = describer;
    this.summary = new EntrySummary(describer);
  }

  List<ParsedEntry> make(FhirDocument document, byte[] original) throws RefusedException {
    PatientDetails patient = patient(document);
    List<ParsedEntry> entries = new ArrayList<>();
    if (document.isDocument()) {
      entries.add(whole(document, original, patient));
    } else {
      EncounterGroups groups = EncounterGroups.of(document);
      for (List<ImportedResource> visit : groups.visits()) {
        entries.add(visit(visit, patient));
      }
      if (!groups.background().isEmpty()) {
        entries.add(background(document, groups.background(), patient));
      }
    }
    return entries;
  }

  private ParsedEntry visit(List<ImportedResource> resources, PatientDetails patient)
      throws RefusedException {
    JsonNode encounter = resources.getFirst().tree();
    String practitioner = "";
    for (JsonNode participant : encounter.path("participant")) {
      String name = FhirText.reference(participant.path("individual"));
      practitioner = practitioner.isEmpty() ? name : practitioner;
    }
    String author =
        practitioner.isEmpty()
            ? FhirText.reference(encounter.path("serviceProvider"))
            : practitioner;
    return new ParsedEntry(
        "encounter",
        encounter.path("period").path("start").asText(""),
        describer.label(encounter),
        author,
        sensitivity(resources),
        summary.visit(trees(resources)),
        content(Optional.empty(), resources),
        patient);
  }

  private ParsedEntry background(
      FhirDocument document, List<ImportedResource> resources, PatientDetails patient)
      throws RefusedException {
    boolean alone = document.resources().size() == 1;
    JsonNode first = resources.getFirst().tree();
    return new ParsedEntry(
        "background",
        backgroundDate(document, resources),
        alone ? describer.label(first) : "Background",
        alone ? author(first) : "",
        sensitivity(resources),
        summary.counts(trees(resources)),
        content(Optional.empty(), resources),
        patient);
  }

  private ParsedEntry whole(FhirDocument document, byte[] original, PatientDetails patient)
      throws RefusedException {
    JsonNode composition =
        trees(document.resources()).stream()
            .filter(tree -> ResourceDescriber.type(tree).equals("Composition"))
            .findFirst()
            .orElseThrow(() ->
                new RefusedException(
                    DocumentFaults.wrongKind("Bundle/entry/0/resource", "a Composition")));
    return new ParsedEntry(
        "document",
        composition.path("date").asText(""),
        describer.label(composition),
        author(document, composition),
        sensitivity(document.resources()),
        summary.counts(trees(document.resources())),
        content(
            Optional.of(new Part(PartRole.ORIGINAL, FHIR_JSON, original)), document.resources()),
        patient);
  }

  /** Of the resources in it, else of the bundle, else of the newest visit beside it. */
  private String backgroundDate(FhirDocument document, List<ImportedResource> resources) {
    String own = newest(resources);
    if (!own.isEmpty()) {
      return own;
    }
    return document.timestamp().isEmpty() ? newest(document.resources()) : document.timestamp();
  }

  private String newest(List<ImportedResource> resources) {
    return resources.stream()
        .map(resource -> firstDate(describer.date(resource.tree())))
        .filter(date -> !date.isEmpty())
        .max(Comparator.naturalOrder())
        .orElse("");
  }

  /** The begin of a period; nothing of what is no date, such as an age. */
  private static String firstDate(String text) {
    int end = text.indexOf(' ');
    String first = end < 0 ? text : text.substring(0, end);
    return first.matches("\\d{4}(-.*)?") ? first : "";
  }

  private static String author(JsonNode resource) {
    return FhirText.first(resource, "author", "performer", "recorder", "asserter", "requester");
  }

  /** A composition's author is often one of the document's own resources. */
  private String author(FhirDocument document, JsonNode composition) {
    for (JsonNode author : composition.path("author")) {
      String display = FhirText.reference(author);
      if (!display.isEmpty()) {
        return display;
      }
      Optional<String> name =
          document
              .index()
              .find(author.path("reference").asText(""))
              .map(found -> FhirText.first(found.tree(), "name"));
      if (name.isPresent()) {
        return name.get();
      }
    }
    return "";
  }

  private PatientDetails patient(FhirDocument document) throws RefusedException {
    List<ImportedResource> named =
        document.resources().stream().filter(r -> r.type().equals(PATIENT)).toList();
    Set<String> names = new HashSet<>();
    Subjects subjects = new Subjects(document.index());
    PatientDetails mentioned = PatientDetails.NOBODY;
    for (ImportedResource resource : document.resources()) {
      for (Subjects.Subject subject : subjects.of(resource)) {
        names.add(subject.name());
        mentioned = patients.subject(subject.reference());
      }
    }
    named.forEach(resource -> names.add(resource.ref()));
    if (names.size() > 1) {
      throw new RefusedException(DocumentFaults.SEVERAL_PATIENTS);
    }
    return named.isEmpty() ? mentioned : patients.patient(named.getFirst().tree());
  }

  private static SensitivityClass sensitivity(List<ImportedResource> resources) {
    SensitivityLabels labels = new SensitivityLabels();
    for (ImportedResource resource : resources) {
      for (JsonNode label : resource.tree().path("meta").path("security")) {
        String system = label.path("system").asText("");
        String code = label.path("code").asText("");
        if (system.endsWith("v3-Confidentiality")) {
          labels.confidentiality(code);
        } else if (system.endsWith("v3-ActCode")) {
          labels.sensitivity(code);
        }
      }
    }
    return labels.conclude();
  }

  private static Content content(Optional<Part> original, List<ImportedResource> resources)
      throws RefusedException {
    long values = 0;
    List<Part> parts = new ArrayList<>();
    original.ifPresent(parts::add);
    for (ImportedResource resource : resources) {
      values += resource.walked().leaves().size();
      parts.add(new Part(PartRole.RESOURCE, FHIR_JSON, resource.json()));
    }
    if (values > MOST_VALUES || parts.size() > MOST_PARTS) {
      throw new RefusedException(DocumentFaults.TOO_MANY_VALUES);
    }
    return new Content(parts);
  }

  private static List<JsonNode> trees(List<ImportedResource> resources) {
    return resources.stream().map(ImportedResource::tree).toList();
  }
}
