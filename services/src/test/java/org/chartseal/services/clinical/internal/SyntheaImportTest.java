package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.MatchExplanation.Comparison;
import org.chartseal.services.clinical.MatchExplanation.FieldMatch;
import org.chartseal.services.clinical.MatchExplanation.Verdict;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.PatientMatcher;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Test;

class SyntheaImportTest {

  private final FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());

  @Test
  void a_bundle_is_an_entry_for_each_encounter_and_one_for_the_rest() throws IOException {
    for (Path file : Fixtures.files("synthea/fhir", ".json")) {
      JsonNode bundle = new ObjectMapper().readTree(file.toFile());
      Map<String, Integer> inFile = new HashMap<>();
      bundle
          .path("entry")
          .forEach(
              entry -> inFile.merge(entry.at("/resource/resourceType").asText(), 1, Integer::sum));
      ReadResult.Parsed parsed = parsed(file);
      Map<String, Integer> inEntries = new HashMap<>(parsed.leftOut());
      for (ParsedEntry entry : parsed.entries()) {
        for (Part part : entry.content().parts(PartRole.RESOURCE)) {
          String type = new ObjectMapper().readTree(part.bytes()).path("resourceType").asText();
          inEntries.merge(type, 1, Integer::sum);
        }
      }
      assertThat(inEntries).isEqualTo(inFile);
      assertThat(parsed.leftOut()).containsOnlyKeys("Claim", "ExplanationOfBenefit");
      assertThat(parsed.entries().stream().filter(entry -> entry.kind().equals("encounter")))
          .hasSize(inFile.get("Encounter"));
      assertThat(parsed.entries().getLast().kind()).isEqualTo("background");
      assertThat(parsed.entries())
          .extracting(ParsedEntry::date)
          .allMatch(date -> date.matches("\\d{4}-.*"));
    }
  }

  @Test
  void a_resource_has_the_bytes_that_it_has_in_the_file() {
    Path file = Fixtures.files("synthea/fhir", ".json").getFirst();
    String text = new String(Fixtures.bytes(file), StandardCharsets.UTF_8);
    for (ParsedEntry entry : parsed(file).entries()) {
      for (Part part : entry.content().parts()) {
        assertThat(text).contains(new String(part.bytes(), StandardCharsets.UTF_8));
      }
    }
  }

  @Test
  void what_speaks_of_an_encounter_is_in_its_entry() throws IOException {
    for (Path file : Fixtures.files("synthea/fhir", ".json")) {
      for (ParsedEntry entry : parsed(file).entries()) {
        List<JsonNode> resources = new ArrayList<>();
        for (Part part : entry.content().parts()) {
          resources.add(new ObjectMapper().readTree(part.bytes()));
        }
        String encounter = "urn:uuid:" + resources.getFirst().path("id").asText();
        for (JsonNode resource : resources) {
          String spokenOf = resource.at("/encounter/reference").asText("");
          if (!spokenOf.isEmpty()) {
            assertThat(spokenOf).isEqualTo(encounter);
          }
        }
      }
    }
  }

  @Test
  void both_forms_of_a_patient_are_about_the_same_person_and_of_two_patients_never() {
    List<ParsedEntry> fhir = first("synthea/fhir", ".json");
    List<ParsedEntry> ccda = first("synthea/ccda", ".xml");
    PatientMatcher matcher = new PatientMatcher();
    for (int i = 0; i < fhir.size(); i++) {
      for (int j = 0; j < ccda.size(); j++) {
        var match = matcher.compare(ccda.get(j).patient(), fhir.get(i).patient());
        if (i == j) {
          assertThat(match.verdict()).isEqualTo(Verdict.SAME);
          assertThat(match.fields().subList(0, 3))
              .extracting(FieldMatch::comparison)
              .containsOnly(Comparison.AGREES);
        } else {
          assertThat(match.verdict()).isEqualTo(Verdict.OTHER);
        }
      }
    }
  }

  private List<ParsedEntry> first(String folder, String ending) {
    return Fixtures.files(folder, ending).stream()
        .map(file -> parsed(file).entries().getFirst())
        .toList();
  }

  private ReadResult.Parsed parsed(Path file) {
    ReadResult result = reader.read(new DocumentSource.OnDisk(file), Progress.NONE);
    if (result instanceof ReadResult.Parsed parsed) {
      return parsed;
    }
    throw new AssertionError(file.getFileName() + ": " + result);
  }
}
