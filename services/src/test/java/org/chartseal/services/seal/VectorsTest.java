package org.chartseal.services.seal;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The vectors of the protocol are what this code makes. {@code -Dchartseal.vectors.write=true}
 * writes them: to be done when the protocol's version changes, and never to make a test pass.
 */
class VectorsTest {

  private static final Path FOLDER = Path.of("src/test/resources/vectors");

  static Iterable<Map.Entry<String, Object>> vectors() {
    return Vectors.all().entrySet();
  }

  @ParameterizedTest
  @MethodSource("vectors")
  void the_vectors_are_what_the_code_makes(Map.Entry<String, Object> vector) throws IOException {
    Path file = FOLDER.resolve(vector.getKey() + ".json");
    String made =
        new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(vector.getValue())
            + "\n";
    if (Boolean.getBoolean("chartseal.vectors.write")) {
      Files.createDirectories(FOLDER);
      Files.writeString(file, made);
    }
    assertThat(Files.readString(file)).isEqualTo(made);
  }
}
