package org.chartseal.services.seal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Assumptions;

/**
 * Vectors that nobody here wrote. Where they are missing, a test is skipped, and in CI it fails.
 */
public final class Fixtures {

  private Fixtures() {}

  /** A file of the fixtures, which exists. */
  public static Path file(String name) {
    Path file = Path.of(System.getProperty("chartseal.fixtures", "../shared/fixtures"), name);
    boolean there = Files.exists(file);
    if (!Boolean.getBoolean("chartseal.ci")) {
      Assumptions.assumeTrue(there, () -> "the fixtures hold no " + name);
    } else if (!there) {
      throw new AssertionError("the fixtures hold no " + name);
    }
    return file;
  }

  /** A JSON file of the fixtures. */
  public static JsonNode json(String name) {
    try {
      return new ObjectMapper().readTree(Files.readAllBytes(file(name)));
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
