package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;

/** The sections of an International Patient Summary that are filled here, in the guide's order. */
enum IpsSection {
  ALLERGIES("48765-2", "Allergies and adverse reactions Document", "Allergies and Intolerances"),
  PROBLEMS("11450-4", "Problem list - Reported", "Problem List"),
  MEDICATIONS("10160-0", "History of Medication use Narrative", "Medication Summary"),
  IMMUNIZATIONS("11369-6", "History of Immunization note", "Immunizations"),
  PROCEDURES("47519-4", "History of Procedures Document", "History of Procedures"),
  RESULTS("30954-2", "Relevant diagnostic tests/laboratory data note", "Diagnostic Results"),
  VITAL_SIGNS("8716-3", "Vital signs note", "Vital Signs"),
  PAST_ILLNESS("11348-0", "History of Past illness note", "Past Illness History");

  private static final Set<String> OVER = Set.of("inactive", "remission", "resolved");
  private static final String WRONG = "entered-in-error";

  private final String code;
  private final String display;
  private final String title;

  IpsSection(String code, String display, String title) {
    this.code = code;
    this.display = display;
    this.title = title;
  }

  /** LOINC. */
  String code() {
    return code;
  }

  String display() {
    return display;
  }

  String title() {
    return title;
  }

  /** Whether the guide wants it even when it is empty. */
  boolean isRequired() {
    return this == ALLERGIES || this == PROBLEMS || this == MEDICATIONS;
  }

  /** The section of a resource; none of what is no part of a summary, or was taken back. */
  static Optional<IpsSection> of(JsonNode resource) {
    if (resource.path("status").asText("").equals(WRONG)
        || coded(resource.path("verificationStatus"), WRONG)) {
      return Optional.empty();
    }
    return Optional.ofNullable(
        switch (ResourceDescriber.type(resource)) {
          case "AllergyIntolerance" -> ALLERGIES;
          case "Condition" ->
              OVER.stream().anyMatch(code -> coded(resource.path("clinicalStatus"), code))
                  ? PAST_ILLNESS
                  : PROBLEMS;
          case "MedicationRequest", "MedicationStatement" -> MEDICATIONS;
          case "Immunization" -> IMMUNIZATIONS;
          case "Procedure" -> PROCEDURES;
          case "DiagnosticReport" -> RESULTS;
          case "Observation" -> categories(resource, "vital-signs") ? VITAL_SIGNS : RESULTS;
          default -> null;
        });
  }

  private static boolean categories(JsonNode resource, String code) {
    for (JsonNode category : resource.path("category")) {
      if (coded(category, code)) {
        return true;
      }
    }
    return false;
  }

  private static boolean coded(JsonNode concept, String code) {
    for (JsonNode coding : concept.path("coding")) {
      if (coding.path("code").asText("").equals(code)) {
        return true;
      }
    }
    return false;
  }
}
