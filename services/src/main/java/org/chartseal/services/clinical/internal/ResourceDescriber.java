package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.EntryView.Line;

/** A resource as lines for a reader. */
final class ResourceDescriber {

  private static final Pattern WHOLE = Pattern.compile("^(\\d+)\\.0+(?!\\d)");

  /** Sections of a view, in clinical order. */
  enum Topic {
    PATIENT("Patient"),
    VISIT("Visit"),
    PROBLEMS("Problems"),
    ALLERGIES("Allergies"),
    MEDICINES("Medicines"),
    IMMUNISATIONS("Immunisations"),
    PROCEDURES("Procedures"),
    RESULTS("Results"),
    REPORTS("Reports"),
    DOCUMENTS("Documents"),
    CARE_PLANS("Care plans"),
    DEVICES("Devices"),
    CONSENT("Consent"),
    ACCESS("Access"),
    CLAIMS("Claims and payments"),
    PEOPLE("People and places"),
    OTHER("Other");

    private final String title;

    Topic(String title) {
      this.title = title;
    }

    String title() {
      return title;
    }
  }

  Topic topic(JsonNode resource) {
    return switch (type(resource)) {
      case "Patient", "RelatedPerson", "FamilyMemberHistory" -> Topic.PATIENT;
      case "Encounter", "EpisodeOfCare", "Appointment" -> Topic.VISIT;
      case "Condition", "ClinicalImpression", "DetectedIssue" -> Topic.PROBLEMS;
      case "AllergyIntolerance", "AdverseEvent" -> Topic.ALLERGIES;
      case "Medication",
          "MedicationRequest",
          "MedicationStatement",
          "MedicationAdministration",
          "MedicationDispense" ->
          Topic.MEDICINES;
      case "Immunization", "ImmunizationRecommendation", "ImmunizationEvaluation" ->
          Topic.IMMUNISATIONS;
      case "Procedure", "ServiceRequest" -> Topic.PROCEDURES;
      case "Observation", "Specimen" -> Topic.RESULTS;
      case "DiagnosticReport", "ImagingStudy", "Media" -> Topic.REPORTS;
      case "DocumentReference", "Composition", "DocumentManifest" -> Topic.DOCUMENTS;
      case "CarePlan", "CareTeam", "Goal", "NutritionOrder" -> Topic.CARE_PLANS;
      case "Device", "DeviceUseStatement", "DeviceRequest", "SupplyDelivery" -> Topic.DEVICES;
      case "Consent" -> Topic.CONSENT;
      case "AuditEvent", "Provenance" -> Topic.ACCESS;
      case "Claim", "ClaimResponse", "ExplanationOfBenefit", "Coverage" -> Topic.CLAIMS;
      case "Practitioner", "PractitionerRole", "Organization", "Location" -> Topic.PEOPLE;
      default -> Topic.OTHER;
    };
  }

  List<Line> lines(JsonNode resource) {
    return switch (type(resource)) {
      case "Observation" -> observation(resource);
      case "Composition" -> new CompositionLines(this).lines(resource);
      case "Patient" -> List.of(patient(resource));
      default -> List.of(line(resource, label(resource), value(resource), ""));
    };
  }

  /** What a resource is about, in a few words. */
  String label(JsonNode resource) {
    String label =
        switch (type(resource)) {
          case "Encounter" -> FhirText.first(resource, "type", "class");
          case "MedicationRequest",
              "MedicationStatement",
              "MedicationAdministration",
              "MedicationDispense" ->
              FhirText.first(resource, "medication");
          case "Immunization" -> FhirText.first(resource, "vaccineCode");
          case "DocumentReference" -> FhirText.first(resource, "description", "type");
          case "CarePlan" -> carePlan(resource);
          case "Goal" -> FhirText.first(resource, "description");
          case "Device" -> FhirText.first(resource, "deviceName", "type");
          default ->
              FhirText.first(resource, "code", "title", "name", "type", "category", "description");
        };
    return label.isEmpty() ? type(resource) : label;
  }

  /** When it happened, as written. */
  String date(JsonNode resource) {
    String date =
        FhirText.first(
            resource,
            "onset",
            "performed",
            "effective",
            "occurrence",
            "authoredOn",
            "period",
            "started",
            "date",
            "recorded",
            "recordedDate",
            "created",
            "dateTime",
            "issued");
    return date;
  }

  private Line line(JsonNode resource, String label, String value, String range) {
    return line(resource, label, value, range, concept(resource));
  }

  private Line line(JsonNode resource, String label, String value, String range, JsonNode concept) {
    String status = FhirText.first(resource, "clinicalStatus", "status", "lifecycleStatus");
    return new Line(
        ref(resource), label, value, range, status, date(resource), code(concept, label));
  }

  /** The element that says what a resource is about. */
  private static JsonNode concept(JsonNode resource) {
    return switch (type(resource)) {
      case "MedicationRequest",
          "MedicationStatement",
          "MedicationAdministration",
          "MedicationDispense" ->
          resource.path("medicationCodeableConcept");
      case "Immunization" -> resource.path("vaccineCode");
      case "Encounter" -> resource.path("type").path(0);
      default -> resource.path("code");
    };
  }

  private static Coded code(JsonNode concept, String label) {
    for (JsonNode coding : concept.path("coding")) {
      String code = coding.path("code").asText("");
      if (!code.isEmpty()) {
        return new Coded(coding.path("system").asText(""), code, label);
      }
    }
    return new Coded("", "", "");
  }

  private String value(JsonNode resource) {
    return switch (type(resource)) {
      case "Encounter" -> FhirText.first(resource, "reasonCode", "reason");
      case "AllergyIntolerance" -> allergy(resource);
      case "MedicationRequest", "MedicationStatement", "MedicationDispense" -> dosage(resource);
      case "DiagnosticReport" -> FhirText.first(resource, "conclusion", "conclusionCode", "result");
      case "Claim", "ClaimResponse", "ExplanationOfBenefit" ->
          FhirText.first(resource, "total", "outcome");
      case "Consent" -> narrative(resource);
      default -> FhirText.first(resource, "value", "note", "reasonCode", "outcome");
    };
  }

  private List<Line> observation(JsonNode resource) {
    List<Line> lines = new ArrayList<>();
    String value = FhirText.first(resource, "value", "dataAbsentReason");
    if (!value.isEmpty() || !resource.has("component")) {
      lines.add(line(resource, label(resource), value, range(resource)));
    }
    for (JsonNode component : resource.path("component")) {
      // The part first: panels have long names, and a list shows what comes first.
      String label = FhirText.any(component.path("code")) + " (" + label(resource) + ")";
      String part = FhirText.first(component, "value", "dataAbsentReason");
      lines.add(line(resource, label, part, range(component), component.path("code")));
    }
    return lines;
  }

  private static String range(JsonNode observed) {
    JsonNode range = observed.path("referenceRange").path(0);
    String text = range.path("text").asText(FhirText.any(range));
    String interpretation = FhirText.any(observed.path("interpretation"));
    return text.isEmpty()
        ? interpretation
        : interpretation.isEmpty() ? text : text + " (" + interpretation + ")";
  }

  private Line patient(JsonNode patient) {
    String name = FhirText.humanName(patient.path("name").path(0));
    String born = patient.path("birthDate").asText("");
    return new Line(
        ref(patient),
        name.isEmpty() ? "Patient" : name,
        FhirText.any(patient.path("gender")),
        "",
        "",
        born);
  }

  private static String allergy(JsonNode resource) {
    List<String> parts = new ArrayList<>();
    parts.add(FhirText.any(resource.path("criticality")));
    for (JsonNode reaction : resource.path("reaction")) {
      parts.add(FhirText.any(reaction.path("manifestation")));
      parts.add(FhirText.any(reaction.path("severity")));
    }
    return String.join(", ", parts.stream().filter(part -> !part.isEmpty()).toList());
  }

  private static String dosage(JsonNode resource) {
    JsonNode dosage = resource.path("dosageInstruction").path(0);
    JsonNode stated = dosage.isMissingNode() ? resource.path("dosage").path(0) : dosage;
    String text = stated.path("text").asText("");
    if (!text.isEmpty()) {
      return text;
    }
    JsonNode repeat = stated.path("timing").path("repeat");
    String dose = FhirText.first(stated.path("doseAndRate").path(0), "dose");
    String rhythm =
        repeat.has("frequency")
            ? bare(repeat.path("frequency").asText())
                + " × per "
                + bare(repeat.path("period").asText("1"))
                + " "
                + repeat.path("periodUnit").asText("")
            : "";
    return Stream.of(bare(dose), rhythm)
        .filter(part -> !part.isEmpty())
        .collect(Collectors.joining(", "));
  }

  /** A count without the decimals that a machine wrote. */
  private static String bare(String number) {
    return WHOLE.matcher(number).replaceFirst("$1");
  }

  private static String carePlan(JsonNode resource) {
    String title = FhirText.first(resource, "title");
    if (!title.isEmpty()) {
      return title;
    }
    JsonNode categories = resource.path("category");
    return FhirText.any(categories.path(Math.max(0, categories.size() - 1)));
  }

  private static String narrative(JsonNode resource) {
    return CompositionLines.plain(resource.path("text").path("div").asText(""));
  }

  static String ref(JsonNode resource) {
    return type(resource) + "/" + resource.path("id").asText("");
  }

  static String type(JsonNode resource) {
    return resource.path("resourceType").asText("");
  }
}
