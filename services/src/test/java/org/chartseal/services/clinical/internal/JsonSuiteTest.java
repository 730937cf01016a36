package org.chartseal.services.clinical.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

/** Nicolas Seriot's JSONTestSuite. */
class JsonSuiteTest {

  /** RFC 8259 permits these, and FHIR does not: which of two values holds cannot be told. */
  private static final Set<String> DUPLICATE_NAMES =
      Set.of("y_object_duplicated_key.json", "y_object_duplicated_key_and_value.json");

  private final JsonSyntax syntax = new JsonSyntax(new JsonBytes());

  @Test
  void what_is_json_is_accepted_as_json_and_duplicate_names_are_not() {
    List<Path> files = suite("y_");
    List<String> refused = new ArrayList<>();
    for (Path file : files) {
      if (!accepts(file)) {
        refused.add(file.getFileName().toString());
      }
    }
    assertThat(files).hasSizeGreaterThan(90);
    assertThat(refused).containsExactlyInAnyOrderElementsOf(DUPLICATE_NAMES);
  }

  @Test
  void what_is_not_json_is_refused_by_the_syntax_and_as_a_document() {
    List<Path> files = suite("n_");
    assertThat(files).hasSizeGreaterThan(180);
    FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());
    for (Path file : files) {
      assertThat(accepts(file)).as("%s", file.getFileName()).isFalse();
      assertThat(reader.read(new DocumentSource.OnDisk(file), Progress.NONE))
          .as("%s", file.getFileName())
          .isInstanceOf(ReadResult.Rejected.class);
    }
  }

  @Test
  void what_the_suite_leaves_open_ends_in_an_answer() {
    FileDocumentReader reader = new FileDocumentReader(new FhirLeafExtractor());
    for (Path file : suite("i_")) {
      assertThat(reader.read(new DocumentSource.OnDisk(file), Progress.NONE))
          .as("%s", file.getFileName())
          .isInstanceOf(ReadResult.Rejected.class);
    }
  }

  private boolean accepts(Path file) {
    try {
      syntax.check(Fixtures.bytes(file));
      return true;
    } catch (RefusedException e) {
      return false;
    }
  }

  private static List<Path> suite(String prefix) {
    return Fixtures.files("attack/JSONTestSuite", ".json").stream()
        .filter(file -> file.getFileName().toString().startsWith(prefix))
        .toList();
  }
}
