package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientIdentifier;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.clinical.SummaryRequest;
import org.chartseal.services.clinical.SummaryRequest.Completeness;
import org.chartseal.services.clinical.SummaryRequest.Source;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

class IpsSummaryWriterTest {

  private static final PatientDetails HONG =
      new PatientDetails(
          "Seo-yeon Hong",
          "1979-03-02",
          "female",
          List.of(new PatientIdentifier("urn:oid:1.2.3", "123")));
  private static final String ALLERGY =
      """
      {"resourceType":"AllergyIntolerance","id":"a1","patient":{"reference":"Patient/p"},
       "clinicalStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/allergyintolerance-clinical","code":"active"}]},
       "code":{"text":"Penicillin"},"recorder":{"reference":"Practitioner/d"},
       "asserter":{"reference":"Practitioner/elsewhere"}}\
      """;
  private static final String DOCTOR =
      """
      {"resourceType":"Practitioner","id":"d","name":[{"text":"김민지"}]}\
      """;
  private static final String RESULT =
      """
      {"resourceType":"Observation","id":"a1","status":"final","code":{"text":"HbA1c"},
       "subject":{"reference":"urn:uuid:p"},"valueQuantity":{"value":7.10,"unit":"%"}}\
      """;
  private static final String PATIENT =
      """
      {"resourceType":"Patient","id":"p","name":[{"text":"somebody as the document has it"}]}\
      """;
  private static final String WRONG =
      """
      {"resourceType":"Condition","id":"c","subject":{"reference":"Patient/p"},
       "verificationStatus":{"coding":[{"system":"http://terminology.hl7.org/CodeSystem/condition-ver-status","code":"entered-in-error"}]}}\
      """;

  private final IpsSummaryWriter writer = new IpsSummaryWriter();
  private final HapiCheck hapi = new HapiCheck();

  @Test
  void the_required_sections_are_there_and_an_empty_one_says_that_nothing_is_known()
      throws Exception {
    JsonNode bundle = bundle(writer.write(request(List.of())));
    JsonNode composition = bundle.at("/entry/0/resource");
    assertThat(composition.path("type").at("/coding/0/code").asText()).isEqualTo("60591-5");
    List<String> codes = new ArrayList<>();
    for (JsonNode section : composition.path("section")) {
      codes.add(section.at("/code/coding/0/code").asText());
      assertThat(section.at("/emptyReason/coding/0/code").asText()).isEqualTo("unavailable");
      assertThat(section.has("entry")).isFalse();
      assertThat(section.at("/text/div").asText()).contains("No information available");
    }
    assertThat(codes).containsExactly("48765-2", "11450-4", "10160-0");
    assertSound(bundle);
  }

  @Test
  void resources_of_entries_stand_in_their_sections_about_the_patient_of_the_card()
      throws Exception {
    PatientSummary made =
        writer.write(
            request(
                List.of(
                    source("x/1", ALLERGY, DOCTOR, PATIENT),
                    source("x/2", RESULT, PATIENT),
                    source("x/3", WRONG))));
    JsonNode bundle = bundle(made);
    assertSound(bundle);
    assertThat(made.entries()).isEqualTo(2);
    assertThat(made.withoutPlace()).isEqualTo(1);
    assertThat(made.leftOut()).isEqualTo(3);
    assertThat(types(bundle))
        .containsExactly(
            "Composition",
            "Patient",
            "Device",
            "AllergyIntolerance",
            "Observation",
            "Practitioner",
            "Provenance",
            "Provenance");
    JsonNode allergy = bundle.at("/entry/3/resource");
    assertThat(allergy.at("/patient/reference").asText())
        .isEqualTo(bundle.at("/entry/1/fullUrl").asText());
    assertThat(allergy.at("/recorder/reference").asText())
        .isEqualTo(bundle.at("/entry/5/fullUrl").asText());
    assertThat(allergy.path("asserter").has("reference")).isFalse();
    assertThat(allergy.at("/asserter/display").asText()).isNotEmpty();
    assertThat(bundle.at("/entry/1/resource/name/0/family").asText()).isEqualTo("Hong");
    assertThat(new String(made.bytes(), StandardCharsets.UTF_8))
        .as("digits as they were signed")
        .contains("\"value\":7.10,")
        .doesNotContain("as the document has it");
  }

  @Test
  void the_origin_of_every_resource_is_named() throws Exception {
    JsonNode bundle = bundle(writer.write(request(List.of(source("x/1", ALLERGY, DOCTOR)))));
    JsonNode provenance =
        bundle.path("entry").get(bundle.path("entry").size() - 1).path("resource");
    assertThat(provenance.path("target")).hasSize(2);
    assertThat(provenance.findValuesAsText("value"))
        .containsExactly("x/1", "ipfs://bafkx", "5107", "18204");
    assertThat(provenance.at("/agent/0/who/display").asText()).isEqualTo("Dr Kim");
  }

  @Test
  void summaries_of_whole_lives_are_sound() throws Exception {
    FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());
    List<Path> files = Fixtures.files("synthea/fhir", ".json").subList(0, 2);
    for (Path file : files) {
      List<Source> sources = new ArrayList<>();
      ReadResult.Parsed parsed =
          (ReadResult.Parsed) reader.read(new DocumentSource.OnDisk(file), Progress.NONE);
      for (ParsedEntry entry : parsed.entries()) {
        sources.add(source("x/" + sources.size(), entry.content()));
      }
      JsonNode bundle = bundle(writer.write(request(sources)));
      assertSound(bundle);
      assertThat(types(bundle)).contains("MedicationRequest", "Immunization", "Observation");
    }
  }

  /** HAPI takes it as it is, and the rules for documents and summaries hold. */
  private void assertSound(JsonNode bundle) throws RefusedException {
    hapi.check(bundle.toString().getBytes(StandardCharsets.UTF_8), "The bundle");
    assertThat(bundle.path("type").asText()).isEqualTo("document");
    assertThat(bundle.at("/identifier/value").asText()).startsWith("urn:uuid:");
    assertThat(bundle.path("timestamp").asText()).isNotEmpty();
    Set<String> urls = new HashSet<>();
    for (JsonNode entry : bundle.path("entry")) {
      assertThat(urls.add(entry.path("fullUrl").asText())).isTrue();
      assertThat(entry.path("fullUrl").asText()).endsWith(entry.at("/resource/id").asText());
    }
    for (String reference : bundle.findValuesAsText("reference")) {
      assertThat(reference.startsWith("#") || urls.contains(reference)).as(reference).isTrue();
    }
    for (JsonNode section : bundle.at("/entry/0/resource/section")) {
      assertThat(section.has("entry")).isNotEqualTo(section.has("emptyReason"));
      assertThat(section.at("/text/status").asText()).isEqualTo("generated");
    }
  }

  private static List<String> types(JsonNode bundle) {
    List<String> types = new ArrayList<>();
    for (JsonNode entry : bundle.path("entry")) {
      types.add(entry.at("/resource/resourceType").asText());
    }
    return types;
  }

  private static SummaryRequest request(List<Source> sources) {
    return new SummaryRequest(HONG, Instant.EPOCH, 18_204, Completeness.COMPLETE, 3, sources);
  }

  private static Source source(String name, String... resources) {
    List<Part> parts = new ArrayList<>();
    for (String resource : resources) {
      parts.add(
          new Part(
              PartRole.RESOURCE,
              "application/fhir+json",
              resource.getBytes(StandardCharsets.UTF_8)));
    }
    return source(name, new Content(parts));
  }

  private static Source source(String name, Content content) {
    return new Source(
        name,
        "bafkx",
        "5107",
        Instant.EPOCH,
        "Dr Kim",
        new OrganisationId(1),
        "Hana Clinic",
        content);
  }

  private static JsonNode bundle(PatientSummary summary) throws IOException {
    return new ObjectMapper().readTree(summary.bytes());
  }
}
