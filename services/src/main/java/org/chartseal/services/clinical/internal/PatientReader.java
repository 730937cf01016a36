package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;

/** Whom FHIR resources are about. */
final class PatientReader {

  /** A Patient. */
  PatientDetails patient(JsonNode patient) {
    return new PatientDetails(
        name(patient.path("name")),
        patient.path("birthDate").asText(""),
        patient.path("gender").asText(""),
        identifiers(patient.path("identifier")));
  }

  /** What a reference to a patient says, where the patient is not at hand. */
  PatientDetails subject(JsonNode reference) {
    JsonNode identifier = reference.path("identifier");
    return new PatientDetails(
        reference.path("display").asText(""),
        "",
        "",
        identifier.has("value") ? List.of(identifier(identifier)) : List.of());
  }

  private static String name(JsonNode names) {
    for (JsonNode name : names) {
      if (name.path("use").asText("").equals("official")) {
        return FhirText.humanName(name);
      }
    }
    return FhirText.humanName(names.path(0));
  }

  private static List<PatientIdentifier> identifiers(JsonNode identifiers) {
    List<PatientIdentifier> read = new ArrayList<>();
    for (JsonNode identifier : identifiers) {
      if (identifier.has("value")) {
        read.add(identifier(identifier));
      }
    }
    return read;
  }

  private static PatientIdentifier identifier(JsonNode identifier) {
    return new PatientIdentifier(
        identifier.path("system").asText(""), identifier.path("value").asText(""));
  }
}
