package org.chartseal.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * What commands leave behind.
 *
 * @param home on which they ran
 * @param output where what they said was kept
 */
record Traces(Path home, Path output) {

  /** None of them said a PIN. */
  void holdNoPin(Path file) throws IOException {
    List<String> pins =
        Files.readAllLines(file).stream()
            .filter(line -> !line.startsWith("#"))
            .map(line -> line.substring(line.indexOf(' ') + 1))
            .toList();
    for (String text : texts(output)) {
      assertThat(pins)
          .noneMatch(pin -> text.contains("\"" + pin + "\"") || text.contains(" " + pin));
    }
  }

  /** None of these words is in what others may see: blocks, outbox and chain. */
  void holdNone(String... words) throws IOException {
    for (String place : List.of("blocks", ".internals", "node")) {
      for (String text : texts(home.resolve(place))) {
        assertThat(text).doesNotContain(words);
      }
    }
  }

  /** Nothing but faults and progress was said beside the answers. */
  void areTheCommandsOwnWords() throws IOException {
    try (Stream<Path> files = Files.list(output)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".err")).toList()) {
        assertThat(Files.readAllLines(file, StandardCharsets.UTF_8))
            .as(file.toString())
            .allMatch(line -> line.startsWith("{\"code\":\"CS-") || line.startsWith("… "));
      }
    }
  }

  private static List<String> texts(Path place) throws IOException {
    List<String> texts = new ArrayList<>();
    try (Stream<Path> files = Files.walk(place)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        texts.add(Files.readString(file, StandardCharsets.ISO_8859_1));
      }
    }
    return texts;
  }
}
