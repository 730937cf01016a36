package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FhirReaderTest {

  private final FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());

  @Test
  void every_clinical_example_of_the_standard_is_read_and_money_is_refused() {
    Map<String, Integer> refused = new TreeMap<>();
    List<Path> files =
        Fixtures.files("fhir/r4-examples", ".json").stream()
            .filter(file -> !file.endsWith("package.json"))
            .toList();
    for (Path file : files) {
      if (reader.read(new DocumentSource.OnDisk(file), Progress.NONE)
          instanceof ReadResult.Rejected(Fault fault)) {
        String name = file.getFileName().toString();
        refused.merge(fault.code() + " " + name.substring(0, name.indexOf('-')), 1, Integer::sum);
      }
    }
    assertThat(files).hasSize(181);
    assertThat(refused)
        .isEqualTo(
            new TreeMap<>(
                Map.of(
                    "CS-DOC-27 Claim", 12,
                    "CS-DOC-27 ClaimResponse", 5,
                    "CS-DOC-27 Contract", 8,
                    "CS-DOC-27 Coverage", 4,
                    "CS-DOC-27 CoverageEligibilityRequest", 2,
                    "CS-DOC-27 CoverageEligibilityResponse", 4,
                    "CS-DOC-27 ExplanationOfBenefit", 2,
                    "CS-DOC-27 InsurancePlan", 1,
                    "CS-DOC-27 PaymentReconciliation", 1)));
  }

  @Test
  void a_patient_summary_stays_one_document_with_its_original() {
    List<Path> files = Fixtures.files("fhir/ips", ".json");
    assertThat(files).hasSize(5);
    for (Path file : files) {
      List<ParsedEntry> entries = parsed(Fixtures.bytes(file)).entries();
      assertThat(entries).as("%s", file.getFileName()).hasSize(1);
      ParsedEntry entry = entries.getFirst();
      assertThat(entry.kind()).isEqualTo("document");
      assertThat(entry.content().original().map(Part::bytes)).contains(Fixtures.bytes(file));
      assertThat(entry.title()).isNotEmpty();
      assertThat(entry.date()).isNotEmpty();
      assertThat(entry.patient().name()).isNotEmpty();
    }
  }

  @Test
  void a_resource_that_only_its_url_names_gets_an_id_and_references_follow() {
    ReadResult.Parsed parsed =
        parsed(
            """
            {"resourceType":"Bundle","type":"collection","entry":[
             {"fullUrl":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000001",
              "resource":{"resourceType":"Encounter","status":"finished","class":{"code":"AMB"},
                          "period":{"start":"2026-01-02"}}},
             {"fullUrl":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000002",
              "resource":{"resourceType":"Observation","id":"other","status":"final","code":{"text":"Weight"},
                          "encounter":{"reference":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000001"},
                          "valueQuantity":{"value":70.10}}},
             {"fullUrl":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000003",
              "resource":{"resourceType":"DiagnosticReport","id":"r","status":"final","code":{"text":"Report"},
                          "encounter":{"reference":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000001"},
                          "result":[{"reference":"urn:uuid:7b1b9d4e-0000-4000-8000-000000000002"}]}}]}
            """);
    assertThat(parsed.entries()).hasSize(1);
    List<String> texts =
        parsed.entries().getFirst().content().parts(PartRole.RESOURCE).stream()
            .map(part -> new String(part.bytes(), StandardCharsets.UTF_8))
            .toList();
    assertThat(texts.get(0)).contains("\"id\":\"7b1b9d4e-0000-4000-8000-000000000001\"");
    assertThat(texts.get(1))
        .contains("\"value\":70.10")
        .contains(
            "\"encounter\":{\"reference\":\"urn:uuid:7b1b9d4e-0000-4000-8000-000000000001\"}");
    assertThat(texts.get(2)).contains("\"reference\":\"Observation/other\"");
  }

  @Test
  void labels_of_the_resources_decide_the_class() {
    String label = "{\"system\":\"http://terminology.hl7.org/CodeSystem/v3-%s\",\"code\":\"%s\"}";
    assertThat(classOf()).isEqualTo("N");
    assertThat(classOf(label.formatted("Confidentiality", "R"))).isEqualTo("R");
    assertThat(classOf(label.formatted("ActCode", "HIV"))).isEqualTo("HIV");
    assertThat(
            classOf(label.formatted("ActCode", "ETHUD"), label.formatted("Confidentiality", "R")))
        .isEqualTo("SUD");
    assertThat(classOf(label.formatted("ActCode", "HIV"), label.formatted("ActCode", "PSY")))
        .isEqualTo("V");
    assertThat(classOf(label.formatted("ActReason", "HTEST"))).isEqualTo("N");
  }

  @Test
  void an_element_that_fhir_does_not_know_is_reported_with_its_place_and_not_dropped() {
    String patient = "{\"resourceType\":\"Patient\",\"contact\":[{\"fax\":\"x\"}]}";
    assertThat(read(patient.getBytes(StandardCharsets.UTF_8)))
        .isInstanceOfSatisfying(
            ReadResult.Rejected.class,
            rejected -> {
              assertThat(rejected.fault().code()).isEqualTo("CS-DOC-20");
              assertThat(rejected.fault().sentence()).contains("fax").contains("Patient/contact/0");
            });
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "CS-DOC-18 | [] | no resourceType",
        "CS-DOC-18 | {\"a\":1} | no resourceType",
        "CS-DOC-20 | {\"resourceType\":\"Patient\",\"nickname\":\"x\"} | nickname",
        "CS-DOC-20 |"
            + " {\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"name\":[{\"nick\":\"x\"}]}}]}"
            + " | Patient/name/0",
        "CS-DOC-25 | {\"resourceType\":\"Patient\",\"birthDate\":\"1990-13-45\"} | birthDate",
        "CS-DOC-25 | {\"resourceType\":\"Patient\",\"gender\":\"F\"} | gender",
        "CS-DOC-25 |"
            + " {\"resourceType\":\"Bundle\",\"type\":\"collection\",\"extra\":1,\"entry\":[{\"resource\":{\"resourceType\":\"Patient\"}}]}"
            + " | Bundle",
        "CS-DOC-27 | {\"resourceType\":\"Bundle\",\"type\":\"collection\"} | no clinical content",
        "CS-DOC-28 |"
            + " {\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\"}},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"b\"}}]}"
            + " | more than one patient",
        "CS-DOC-26 |"
            + " {\"resourceType\":\"Bundle\",\"type\":\"collection\",\"entry\":[{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\"}},{\"resource\":{\"resourceType\":\"Patient\",\"id\":\"a\",\"active\":true}}]}"
            + " | Bundle/entry/1"
      })
  void what_is_wrong_is_named_with_its_place(String code, String json, String place) {
    ReadResult result = read(json.getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(ReadResult.Rejected.class);
    Fault fault = ((ReadResult.Rejected) result).fault();
    assertThat(fault.code()).isEqualTo(code);
    assertThat(fault.sentence()).contains(place).doesNotContain("1990-13-45");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient/b",
        "http://other.example/fhir/Patient/b",
        "https://other.example/fhir/Patient/a",
        "urn:uuid:7b1b9d4e-0000-4000-8000-00000000000b",
        "Patient?identifier=1"
      })
  void a_reference_to_another_patient_is_found_however_it_is_written(String other) {
    ReadResult result = read(about("Patient/a", other).getBytes(StandardCharsets.UTF_8));
    assertThat(result).isInstanceOf(ReadResult.Rejected.class);
    assertThat(((ReadResult.Rejected) result).fault().code()).isEqualTo("CS-DOC-28");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Patient/a",
        "Patient/a/_history/3",
        "http://hospital.example/fhir/Patient/a",
        "http://hospital.example/fhir/Patient/a/_history/2",
        "Group/g",
        "http://other.example/fhir/Device/b"
      })
  void a_reference_to_the_one_patient_or_to_no_patient_is_read(String same) {
    assertThat(parsed(about("Patient/a", same)).entries()).hasSize(1);
  }

  private static String about(String first, String second) {
    String observation =
        """
        {"resource":{"resourceType":"Observation","id":"%s","status":"final","code":{"text":"Weight"},
         "subject":{"reference":"%s"}}}\
        """;
    return """
    {"resourceType":"Bundle","type":"collection","entry":[
     {"fullUrl":"http://hospital.example/fhir/Patient/a","resource":{"resourceType":"Patient","id":"a"}},
    """
        + observation.formatted("one", first)
        + ","
        + observation.formatted("two", second)
        + "]}";
  }

  @Test
  void who_stops_the_reading_gets_nothing() {
    byte[] bundle = Fixtures.bytes(Fixtures.files("synthea/fhir", ".json").getFirst());
    ReadResult result =
        reader.read(new DocumentSource.InMemory(bundle), (done, total, what) -> done < 5);
    assertThat(result).isInstanceOf(ReadResult.Rejected.class);
    assertThat(((ReadResult.Rejected) result).fault().code()).isEqualTo("CS-DOC-30");
  }

  private String classOf(String... labels) {
    String meta =
        labels.length == 0 ? "" : ",\"meta\":{\"security\":[" + String.join(",", labels) + "]}";
    return parsed("{\"resourceType\":\"Patient\",\"id\":\"p\"" + meta + "}")
        .entries()
        .getFirst()
        .sensitivity()
        .code();
  }

  private ReadResult.Parsed parsed(String json) {
    return parsed(json.getBytes(StandardCharsets.UTF_8));
  }

  private ReadResult.Parsed parsed(byte[] json) {
    ReadResult result = read(json);
    if (result instanceof ReadResult.Parsed parsed) {
      return parsed;
    }
    throw new AssertionError(result.toString());
  }

  private ReadResult read(byte[] json) {
    return reader.read(new DocumentSource.InMemory(json), Progress.NONE);
  }
}
