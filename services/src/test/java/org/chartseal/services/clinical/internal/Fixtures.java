package org.chartseal.services.clinical.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/** The documents that others made. */
final class Fixtures {

  private Fixtures() {}

  /** A folder or file of the fixtures; the test is skipped where there are none. */
  static Path at(String path) {
    Path root = Path.of(System.getProperty("chartseal.fixtures", "fixtures-are-absent"));
    Assumptions.assumeTrue(Files.isDirectory(root), "skipped: the fixtures folder is absent");
    return root.resolve(path);
  }

  /** The files of a folder, at any depth, that end so, in a fixed order. */
  static List<Path> files(String folder, String... endings) {
    try (Stream<Path> found = Files.walk(at(folder))) {
      return found
          .filter(Files::isRegularFile)
          .filter(file -> {
            String name = file.toString().toLowerCase(Locale.ROOT);
            return Stream.of(endings).anyMatch(name::endsWith);
          })
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static byte[] bytes(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
