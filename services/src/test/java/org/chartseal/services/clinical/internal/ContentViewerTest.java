package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.EntryView.Line;
import org.chartseal.services.clinical.EntryView.Section;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.junit.jupiter.api.Test;

class ContentViewerTest {

  private final PlainContentViewer viewer = new PlainContentViewer();

  @Test
  void a_result_shows_value_unit_range_status_and_date() {
    assertThat(
            onlyLine(
                """
                {"resourceType":"Observation","id":"o","status":"final","code":{"coding":[{"display":"Hemoglobin"}]},
                 "effectiveDateTime":"2026-01-02","valueQuantity":{"value":13.50,"unit":"g/dL"},
                 "interpretation":[{"text":"low"}],
                 "referenceRange":[{"low":{"value":14.0,"unit":"g/dL"},"high":{"value":18,"unit":"g/dL"}}]}
                """))
        .isEqualTo(
            new Line(
                "Observation/o",
                "Hemoglobin",
                "13.50 g/dL",
                "14.0 g/dL – 18 g/dL (low)",
                "final",
                "2026-01-02"));
  }

  @Test
  void a_measurement_of_several_parts_is_a_line_for_each() {
    assertThat(
            lines(
                """
                {"resourceType":"Observation","id":"o","status":"final","code":{"text":"Blood pressure"},
                 "component":[{"code":{"text":"Systolic"},"valueQuantity":{"value":120,"unit":"mmHg"}},
                              {"code":{"text":"Diastolic"},"valueQuantity":{"value":80,"unit":"mmHg"}}]}
                """))
        .extracting(Line::label, Line::value)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("Systolic (Blood pressure)", "120 mmHg"),
            org.assertj.core.groups.Tuple.tuple("Diastolic (Blood pressure)", "80 mmHg"));
  }

  @Test
  void sections_come_in_clinical_order() {
    EntryView view =
        view(
            "{\"resourceType\":\"MedicationRequest\",\"id\":\"m\",\"medicationCodeableConcept\":{\"text\":\"Ibuprofen\"},\"dosageInstruction\":[{\"text\":\"one"
                + " a day\"}]}",
            "{\"resourceType\":\"Condition\",\"id\":\"c\",\"code\":{\"text\":\"Sinusitis\"},\"onsetDateTime\":\"2026\"}",
            "{\"resourceType\":\"Encounter\",\"id\":\"e\",\"type\":[{\"text\":\"Visit\"}],\"period\":{\"start\":\"2026-01-01\"}}");
    assertThat(view.sections())
        .extracting(Section::title)
        .containsExactly("Visit", "Problems", "Medicines");
    assertThat(view.sections().getLast().lines().getFirst().value()).isEqualTo("one a day");
  }

  @Test
  void every_example_of_the_standard_can_be_shown() {
    for (var file : Fixtures.files("fhir/r4-examples", ".json")) {
      if (!file.endsWith("package.json")) {
        String json = new String(Fixtures.bytes(file), StandardCharsets.UTF_8);
        assertThat(lines(json))
            .as("%s", file.getFileName())
            .isNotEmpty()
            .allMatch(line -> !line.label().isEmpty());
      }
    }
  }

  @Test
  void a_patient_summary_shows_its_narrative_as_text() {
    var file = Fixtures.at("fhir/ips/Bundle-bundle-minimal.json");
    var read =
        new FileDocumentReader(new FhirLeafExtractor())
            .read(
                new org.chartseal.services.clinical.DocumentSource.OnDisk(file),
                org.chartseal.services.seal.Progress.NONE);
    Content content =
        ((org.chartseal.services.clinical.ReadResult.Parsed) read).entries().getFirst().content();
    assertThat(viewer.entry(content))
        .isInstanceOfSatisfying(
            EntryOutcome.Shown.class,
            shown ->
                assertThat(shown.view().sections())
                    .filteredOn(section -> section.title().equals("Documents"))
                    .flatExtracting(Section::lines)
                    .hasSizeGreaterThan(3)
                    .noneMatch(line -> line.value().contains("<")));
  }

  @Test
  void an_entry_without_an_original_has_no_document() {
    assertThat(viewer.document(content("{\"resourceType\":\"Patient\",\"id\":\"x\"}")))
        .isInstanceOf(DocumentOutcome.Nothing.class);
  }

  @Test
  void an_original_that_would_do_harm_is_not_shown() {
    byte[] evil = "<!DOCTYPE a><a/>".getBytes(StandardCharsets.UTF_8);
    Content content = new Content(List.of(new Part(PartRole.ORIGINAL, "text/xml", evil)));
    assertThat(viewer.document(content)).isInstanceOf(DocumentOutcome.NotShown.class);
  }

  private Line onlyLine(String json) {
    assertThat(lines(json)).hasSize(1);
    return lines(json).getFirst();
  }

  private List<Line> lines(String json) {
    return view(json).sections().stream().flatMap(section -> section.lines().stream()).toList();
  }

  private EntryView view(String... resources) {
    if (viewer.entry(content(resources)) instanceof EntryOutcome.Shown(EntryView view)) {
      return view;
    }
    throw new AssertionError("not shown");
  }

  private static Content content(String... resources) {
    return new Content(
        Stream.of(resources)
            .map(json ->
                new Part(
                    PartRole.RESOURCE,
                    "application/fhir+json",
                    json.getBytes(StandardCharsets.UTF_8)))
            .toList());
  }
}
