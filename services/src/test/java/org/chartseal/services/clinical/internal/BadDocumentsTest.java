package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BadDocumentsTest {

  private static final String CDA =
      """
      <?xml version="1.0" encoding="%s"?>
      <ClinicalDocument xmlns="urn:hl7-org:v3">
        <typeId root="2.16.840.1.113883.1.3" extension="POCD_HD000040"/>
        <title>%s</title>
        <recordTarget><patientRole><patient><name>Ana Muñoz</name></patient></patientRole></recordTarget>
      </ClinicalDocument>
      """;

  private final FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());

  @TempDir Path folder;

  @Test
  void a_file_that_is_not_there_a_folder_and_an_empty_file_are_named() throws IOException {
    assertThat(refusal(folder.resolve("nothing.xml")).code()).isEqualTo("CS-DOC-01");
    assertThat(refusal(folder).code()).isEqualTo("CS-DOC-02");
    assertThat(refusal(Files.createFile(folder.resolve("empty.xml"))).code())
        .isEqualTo("CS-DOC-05");
  }

  @Test
  void a_file_without_permission_is_named() throws IOException {
    Path file = Files.writeString(folder.resolve("locked.xml"), "<a/>");
    Assumptions.assumeTrue(
        folder.getFileSystem().supportedFileAttributeViews().contains("posix"),
        "skipped: the file system knows no permissions");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("---------"));
    Assumptions.assumeFalse(Files.isReadable(file), "skipped: the user may read everything");
    assertThat(refusal(file).code()).isEqualTo("CS-DOC-03");
  }

  @Test
  void two_hundred_megabytes_are_refused_before_they_are_read() throws IOException {
    Path file = folder.resolve("large.xml");
    try (RandomAccessFile large = new RandomAccessFile(file.toFile(), "rw")) {
      large.setLength(200L << 20);
    }
    long before = System.nanoTime();
    assertThat(refusal(file).code()).isEqualTo("CS-DOC-04");
    assertThat(System.nanoTime() - before)
        .as("a sparse file takes far longer to read")
        .isLessThan(1_000_000_000L);
    byte[] tooLong = new byte[(int) DocumentReader.MAX_BYTES + 1];
    assertThat(refusal(tooLong).code()).isEqualTo("CS-DOC-04");
  }

  @Test
  void what_is_neither_xml_nor_json_is_called_what_it_is() {
    assertThat(refusal("%PDF-1.7").sentence()).contains("a PDF");
    assertThat(refusal("PK\u0003\u0004").sentence()).contains("ZIP");
    assertThat(refusal("Dear colleague").code()).isEqualTo("CS-DOC-07");
    assertThat(refusal("   ").code()).isEqualTo("CS-DOC-07");
  }

  @Test
  void other_xml_and_fhir_in_xml_are_named() {
    assertThat(refusal("<html><body/></html>").sentence()).contains("<html>");
    assertThat(refusal("<Patient xmlns=\"http://hl7.org/fhir\"/>").code()).isEqualTo("CS-DOC-14");
  }

  @Test
  void another_encoding_than_the_claimed_one_is_refused_and_the_claimed_one_is_read() {
    Charset latin = StandardCharsets.ISO_8859_1;
    String claimed = CDA.formatted("ISO-8859-1", "Résumé");
    String unclaimed = CDA.formatted("UTF-8", "Résumé");
    ReadResult read = read(claimed.getBytes(latin));
    assertThat(read).isInstanceOf(ReadResult.Parsed.class);
    assertThat(((ReadResult.Parsed) read).entries().getFirst().title()).isEqualTo("Résumé");
    assertThat(((ReadResult.Parsed) read).entries().getFirst().patient().name())
        .isEqualTo("Ana Muñoz");
    assertThat(refusal(unclaimed.getBytes(latin)).code()).isEqualTo("CS-DOC-08");
    assertThat(refusal(CDA.formatted("no-such-code", "x")).code()).isEqualTo("CS-DOC-08");
    assertThat(refusal("{\"resourceType\":\"Patient\"}".getBytes(StandardCharsets.UTF_16LE)).code())
        .isEqualTo("CS-DOC-08");
  }

  @Test
  void a_document_that_was_cut_off_says_where() {
    String cda = CDA.formatted("UTF-8", "x");
    assertThat(refusal(cda.substring(0, cda.length() - 30)).sentence()).contains("line 5");
    byte[] bundle = Fixtures.bytes(Fixtures.files("synthea/fhir", ".json").getFirst());
    Fault cut = refusal(Arrays.copyOf(bundle, bundle.length / 2));
    assertThat(cut.code()).isEqualTo("CS-DOC-15");
    assertThat(cut.sentence()).containsPattern("line \\d{3,}");
  }

  @Test
  void a_document_type_declaration_is_refused_whatever_it_says() {
    String xxe = "<!DOCTYPE r [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>";
    assertThat(refusal(xxe + "<r>&x;</r>").code()).isEqualTo("CS-DOC-10");
    assertThat(refusal("<!DOCTYPE html><html/>").code()).isEqualTo("CS-DOC-10");
  }

  @Test
  void a_billion_laughs_are_refused_before_one_is_heard() {
    StringBuilder laughs = new StringBuilder("<!DOCTYPE lolz [<!ENTITY lol0 \"lol\">");
    for (int i = 1; i < 10; i++) {
      laughs.append("<!ENTITY lol%d \"%s\">".formatted(i, "&lol%d;".formatted(i - 1).repeat(10)));
    }
    assertThat(refusal(laughs + "]><lolz>&lol9;</lolz>").code()).isEqualTo("CS-DOC-10");
  }

  @Test
  void none_of_the_known_xxe_payloads_is_read() {
    String payloads =
        new String(Fixtures.bytes(Fixtures.at("attack/xxe-payloads.txt")), StandardCharsets.UTF_8);
    List<String> found =
        Pattern.compile("\\n\\s*\\n(?=\\s*<)|\\n\\* .*\\n")
            .splitAsStream(payloads)
            .map(String::strip)
            .filter(payload -> payload.startsWith("<"))
            .toList();
    assertThat(found).hasSizeGreaterThan(15);
    for (String payload : found) {
      Fault fault = refusal(payload);
      assertThat(fault.sentence()).doesNotContain("root:").doesNotContain("/etc/");
      if (payload.matches("(?is)\\s*(<\\?xml[^>]*>|<!--.*?-->)?\\s*<!DOCTYPE.*")) {
        assertThat(fault.code()).as(payload).isIn("CS-DOC-10", "CS-DOC-09", "CS-DOC-08");
      }
    }
  }

  @Test
  void a_document_type_declaration_in_a_clinical_document_is_refused() {
    String cda = CDA.formatted("UTF-8", "&x;");
    String evil =
        cda.replace(
            "<ClinicalDocument",
            "<!DOCTYPE a [<!ENTITY x SYSTEM \"http://127.0.0.1:9/\">]><ClinicalDocument");
    assertThat(refusal(evil).code()).isEqualTo("CS-DOC-10");
  }

  @Test
  void depth_elements_and_attributes_are_bounded() {
    assertThat(refusal("<a>".repeat(100_000)).code()).isEqualTo("CS-DOC-11");
    assertThat(refusal("<a>" + "<b/>".repeat(1_000_001) + "</a>").code()).isEqualTo("CS-DOC-11");
    StringBuilder wide = new StringBuilder("<a");
    for (int i = 0; i < 101; i++) {
      wide.append(" a%d=''".formatted(i));
    }
    assertThat(refusal(wide + "/>").code()).isEqualTo("CS-DOC-11");
    assertThat(refusal("[".repeat(100_000)).code()).isEqualTo("CS-DOC-11");
    assertThat(refusal("{\"a\":".repeat(100_000)).code()).isEqualTo("CS-DOC-11");
  }

  @Test
  void a_refusal_names_neither_the_file_nor_the_patient() throws IOException {
    Path file = folder.resolve("Jane Roe 1970.json");
    Files.writeString(
        file,
        "{\"resourceType\":\"Patient\",\"name\":[{\"family\":\"Roe\",\"Jane Roe says:"
            + " hello\":1}]}");
    assertThat(refusal(file).sentence()).doesNotContain("Roe says").doesNotContain("1970");
  }

  private ReadResult read(byte[] document) {
    return reader.read(new DocumentSource.InMemory(document), Progress.NONE);
  }

  private Fault refusal(String document) {
    return refusal(document.getBytes(StandardCharsets.UTF_8));
  }

  private Fault refusal(byte[] document) {
    return refusal(read(document));
  }

  private Fault refusal(Path file) {
    return refusal(reader.read(new DocumentSource.OnDisk(file), Progress.NONE));
  }

  private static Fault refusal(ReadResult result) {
    if (result instanceof ReadResult.Rejected(Fault fault)) {
      assertThat(fault.sentence()).endsWith(".");
      return fault;
    }
    throw new AssertionError("it was read");
  }
}
