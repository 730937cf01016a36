package org.chartseal.services.claims;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

/** Which services a content names. */
class BillableServicesTest {

  @Test
  void visits_procedures_and_immunizations_are_found_in_order_and_nothing_else()
      throws RefusedException {
    List<RecordedService> services =
        BillableServices.in(
            content(
                Resources.observation("o1"),
                Resources.immunization("i1"),
                Resources.encounter("e1", "185345009"),
                Resources.procedure("p1", "430193006", "completed")),
            EarlierServices.NONE);
    assertThat(services)
        .extracting(RecordedService::resource)
        .containsExactly("Immunization/i1", "Encounter/e1", "Procedure/p1");
    assertThat(services)
        .allMatch(service -> service.day().equals(World.DAY) && service.ordinal() == 0);
  }

  @Test
  void equal_services_of_a_day_are_counted_and_go_on_from_earlier_entries()
      throws RefusedException {
    Content content =
        content(
            Resources.procedure("p1", "430193006", "completed"),
            Resources.procedure("p2", "171207006", "completed"),
            Resources.procedure("p3", "430193006", "not-done"));
    assertThat(BillableServices.in(content, EarlierServices.NONE))
        .extracting(RecordedService::ordinal)
        .containsExactly(0, 0, 1);
    assertThat(BillableServices.in(content, (code, day) -> code.code().equals("430193006") ? 2 : 0))
        .extracting(RecordedService::ordinal)
        .containsExactly(2, 0, 3);
  }

  @Test
  void a_service_without_a_day_a_code_or_an_id_is_not_billable() throws RefusedException {
    assertThat(
            BillableServices.in(
                content(
                    Resources.procedure("p1", "430193006", "completed")
                        .replace("2026-03-02T09:10:00+09:00", "2026-03"),
                    Resources.procedure("p2", "430193006", "completed")
                        .replace("http://snomed.info/sct", "")
                        .replace("\"system\":\"\",", ""),
                    Resources.procedure("p3", "430193006", "completed")
                        .replace("\"id\":\"p3\",", "")),
                EarlierServices.NONE))
        .isEmpty();
  }

  @Test
  void a_resource_that_is_no_json_is_refused() {
    for (String bad : List.of("", "{", "{\"id\":\"a\",\"id\":\"b\"}", "[".repeat(5000))) {
      assertThatThrownBy(() -> BillableServices.in(content(bad), EarlierServices.NONE))
          .isInstanceOf(RefusedException.class);
    }
  }

  @Test
  void every_synthea_visit_and_immunization_is_billable() throws IOException, RefusedException {
    Path folder = Path.of(System.getProperty("chartseal.fixtures", ""), "synthea", "fhir");
    assumeTrue(Files.isDirectory(folder), "Skipped: the Synthea patients are not there.");
    RulePack pack = World.open(new RulePacks().sampleArchive());
    int found = 0;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        List<String> resources = resources(file);
        List<RecordedService> services =
            BillableServices.in(content(resources.toArray(String[]::new)), EarlierServices.NONE);
        assertThat(services).hasSameSizeAs(resources);
        assertThat(services)
            .allMatch(service ->
                pack.terms(service.category(), service.code(), service.day()).price().isPresent());
        assertThat(services).allMatch(service -> ChargeList.sample().price(service).isPresent());
        found += services.size();
      }
    }
    assertThat(found).isEqualTo(95 + 218 + 42);
  }

  private static List<String> resources(Path bundle) throws IOException {
    List<String> resources = new ArrayList<>();
    for (JsonNode entry : new ObjectMapper().readTree(bundle.toFile()).get("entry")) {
      JsonNode resource = entry.get("resource");
      if (List.of("Encounter", "Procedure", "Immunization")
          .contains(resource.get("resourceType").asText())) {
        resources.add(resource.toString());
      }
    }
    return resources;
  }

  private static Content content(String... resources) {
    return new Content(
        Stream.of(resources)
            .map(json ->
                new Part(PartRole.RESOURCE, ClaimCodec.FHIR, json.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }
}
