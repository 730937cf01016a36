package org.chartseal.app.console;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.chartseal.app.demo.SampleShelf;

/** The sample patients, fewer of them. */
final class FewPatients {

  private FewPatients() {}

  /**
   * Lays a shelf with the first ones.
   *
   * @param folder for the shelf
   */
  static SampleShelf shelf(int patients, Path folder) throws IOException {
    return shelf(
        folder,
        listed -> {
          while (listed.size() > patients) {
            listed.remove(patients);
          }
        });
  }

  /** Lays a shelf with the first one and the one with the longest record. */
  static SampleShelf firstAndLast(Path folder) throws IOException {
    return shelf(
        folder,
        listed -> {
          while (listed.size() > 2) {
            listed.remove(1);
          }
        });
  }

  private static SampleShelf shelf(Path folder, Consumer<ArrayNode> choice) throws IOException {
    Path all = Path.of(System.getProperty("chartseal.sample"));
    Files.createDirectories(folder);
    ObjectMapper json = new ObjectMapper();
    JsonNode index = json.readTree(all.resolve("index.json").toFile());
    choice.accept((ArrayNode) index.path("patients"));
    json.writeValue(folder.resolve("index.json").toFile(), index);
    try (Stream<Path> files = Files.list(all)) {
      for (Path file : files.filter(path -> path.toString().endsWith(".gz")).toList()) {
        Files.copy(file, folder.resolve(file.getFileName()));
      }
    }
    return new SampleShelf(folder);
  }
}
