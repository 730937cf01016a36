package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Whom the resources of a document say that they are about. */
final class Subjects {

  private static final String PATIENT = "Patient";

  /** A reference that tells the type of its target (FHIR R4 §2.3.0.3). */
  private static final Pattern TYPED =
      Pattern.compile("(?:[^?#]*/)?([A-Z][A-Za-z]{1,63})/[A-Za-z0-9.-]{1,64}");

  private final ReferenceIndex index;

  Subjects(ReferenceIndex index) {
    this.index = index;
  }

  /** A reference to a patient, and one name for the patient, however it is written. */
  record Subject(String name, JsonNode reference) {}

  /**
   * The patients that a resource names. What leads out of the document may lead to another patient,
   * unless it says that it leads to something else.
   */
  List<Subject> of(ImportedResource resource) {
    List<Subject> found = new ArrayList<>();
    for (String element : List.of("subject", "patient")) {
      JsonNode value = resource.tree().path(element);
      Iterable<JsonNode> references = value.isArray() ? value : List.of(value);
      for (JsonNode reference : references) {
        name(resource, reference.path("reference").asText(""))
            .ifPresent(name -> found.add(new Subject(name, reference)));
      }
    }
    return found;
  }

  private Optional<String> name(ImportedResource resource, String target) {
    if (target.isEmpty()) {
      return Optional.empty();
    }
    if (target.startsWith("#")) {
      return contained(resource, target);
    }
    Optional<ImportedResource> inside = index.find(target);
    if (inside.isPresent()) {
      return inside.filter(found -> found.type().equals(PATIENT)).map(ImportedResource::ref);
    }
    String unversioned = ReferenceIndex.withoutVersion(target);
    Matcher typed = TYPED.matcher(unversioned);
    boolean another = typed.matches() && !typed.group(1).equals(PATIENT);
    return another ? Optional.empty() : Optional.of(unversioned);
  }

  private static Optional<String> contained(ImportedResource resource, String target) {
    for (JsonNode inner : resource.tree().path("contained")) {
      if (target.equals("#" + inner.path("id").asText(""))) {
        return ResourceDescriber.type(inner).equals(PATIENT)
            ? Optional.of(resource.ref() + target)
            : Optional.empty();
      }
    }
    return Optional.of(resource.ref() + target);
  }
}
