package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.DocumentView;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

/** Documents of ONC, HL7 and real systems. */
class CdaFixturesTest {

  private final FhirLeafExtractor extractor = new FhirLeafExtractor();
  private final FileDocumentReader reader = new FileDocumentReader(extractor);
  private final PlainContentViewer viewer = new PlainContentViewer();
  private final HapiCheck hapi = new HapiCheck();

  @Test
  void every_proper_document_is_read_kept_verbatim_and_shown() throws RefusedException {
    List<Path> files =
        Fixtures.files("ccda", ".xml").stream()
            .filter(file -> !file.toString().contains("negative"))
            .toList();
    assertThat(files).hasSize(41);
    for (Path file : files) {
      ParsedEntry entry = only(file);
      assertThat(entry.kind()).isEqualTo("document");
      assertThat(entry.title()).as("%s", file.getFileName()).isNotEmpty();
      assertThat(entry.date()).as("%s", file.getFileName()).matches("\\d{4}-\\d\\d-\\d\\d.*");
      assertThat(entry.authorName()).as("%s", file.getFileName()).isNotEmpty();
      assertThat(entry.patient().name()).as("%s", file.getFileName()).isNotEmpty();
      assertThat(entry.content().original().map(Part::bytes)).contains(Fixtures.bytes(file));
      Part resource = entry.content().parts().getLast();
      hapi.check(resource.bytes(), "The resource");
      assertThat(extractor.leaves(resource.bytes())).hasSizeGreaterThan(20);
      DocumentView view = view(entry);
      assertThat(view.sections().isEmpty()).isNotEqualTo(view.attachments().isEmpty());
      assertThat(view.header().title()).isEqualTo(entry.title());
    }
  }

  @Test
  void faulty_documents_are_refused_where_it_cannot_be_said_whose_they_are() {
    Map<String, String> refused = new HashMap<>();
    List<Path> files = Fixtures.files("ccda/onc/negative", ".xml");
    for (Path file : files) {
      if (read(file) instanceof ReadResult.Rejected rejected) {
        refused.put(file.getFileName().toString(), rejected.fault().code());
      }
    }
    assertThat(files).hasSize(11);
    // The other eight break rules of templates inside of sections, a code or a name part; they say
    // whose they are, and are kept as they are.
    assertThat(refused)
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "NT_BadXml_r11_v2.xml", "CS-DOC-09",
                "NT_Bad_DocTypeId_r11_v2.xml", "CS-DOC-29",
                "NT_Missing_PatientName_r11_v2.xml", "CS-DOC-29"));
  }

  @Test
  void a_gender_of_an_unknown_code_system_is_not_known() {
    assertThat(
            only(Fixtures.at("ccda/onc/negative/NT_Bad_GenderCodeSystem_r11_v2.xml"))
                .patient()
                .gender())
        .isEmpty();
  }

  @Test
  void the_header_says_who_what_and_when() {
    ParsedEntry entry = only(Fixtures.at("ccda/hl7-examples/Documents/CCD/CCD 2/CCD.xml"));
    assertThat(entry.title()).isEqualTo("Summary of Patient Chart");
    assertThat(entry.date()).isEqualTo("2014-10-15T10:30:26-05:00");
    assertThat(entry.authorName()).isEqualTo("Patricia Patty Primary");
    assertThat(entry.patient().name()).isEqualTo("Isabella Jones");
    assertThat(entry.patient().birthDate()).isEqualTo("1950-12-19");
    assertThat(entry.patient().gender()).isEqualTo("female");
    assertThat(entry.summary())
        .containsEntry("type", "Summary of episode note")
        .containsEntry("custodian", "Good Health HIE");
    assertThat(view(entry).sections())
        .extracting(DocumentView.Section::title)
        .contains("MEDICATIONS", "PROBLEMS", "RESULTS");
  }

  @Test
  void a_document_that_ds4p_marks_is_restricted_and_its_twin_is_not() {
    assertThat(
            only(Fixtures.at("ccda/onc/ds4p/170.315_b8_ds4p_amb_sample1_v8.xml"))
                .sensitivity()
                .code())
        .isEqualTo("R");
    assertThat(
            only(Fixtures.at("ccda/onc/ds4p/170.315_b8_ds4p_amb_sample2_v4.xml"))
                .sensitivity()
                .code())
        .isEqualTo("N");
  }

  @Test
  void an_embedded_pdf_is_an_attachment_and_a_reference_is_not_followed() {
    String folder = "ccda/hl7-examples/Unstructured/";
    DocumentView embedded =
        view(only(Fixtures.at(folder + "CDA with Embedded PDF 1/Unstructured_Document_embed.xml")));
    DocumentView referring =
        view(only(Fixtures.at(folder + "CDA reference PDF/Unstructured_Document_reference.xml")));
    assertThat(embedded.attachments().getFirst().mediaType()).isEqualTo("application/pdf");
    assertThat(embedded.attachments().getFirst().bytes()).startsWith('%', 'P', 'D', 'F');
    assertThat(referring.attachments().getFirst().reference()).isEqualTo("UD_sample.pdf");
    assertThat(referring.attachments().getFirst().bytes()).isEmpty();
  }

  @Test
  void the_same_document_has_the_same_fingerprint_and_another_has_another() {
    Path one = Fixtures.at("ccda/vendor/Patient-0.xml");
    assertThat(only(one).fingerprint()).isEqualTo(only(one).fingerprint());
    assertThat(only(one).fingerprint())
        .isNotEqualTo(only(Fixtures.at("ccda/vendor/Patient-221.xml")).fingerprint());
  }

  private ReadResult read(Path file) {
    return reader.read(new DocumentSource.OnDisk(file), Progress.NONE);
  }

  private ParsedEntry only(Path file) {
    if (read(file) instanceof ReadResult.Parsed parsed && parsed.entries().size() == 1) {
      return parsed.entries().getFirst();
    }
    throw new AssertionError(file.getFileName() + ": " + read(file));
  }

  private DocumentView view(ParsedEntry entry) {
    if (viewer.document(entry.content()) instanceof DocumentOutcome.Shown(DocumentView view)) {
      return view;
    }
    throw new AssertionError("not shown: " + viewer.document(entry.content()));
  }
}
