package org.chartseal.app.demo;

import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.zip.GZIPInputStream;

/**
 * The sample patients that came with the product: {@code index.json}, and their bundles and
 * documents, compressed.
 */
public final class SampleShelf {

  private static final int MAX_BYTES = 64 << 20;

  /**
   * One patient.
   *
   * @param name given name and family name
   * @param encounters how many the bundle holds
   * @param bundle file of the FHIR bundle
   * @param document file of the C-CDA document, if there is one
   */
  public record Sample(String name, int encounters, String bundle, Optional<String> document) {

    /** How the command line names the patient. */
    public String alias() {
      String plain =
          Normalizer.normalize(name, Normalizer.Form.NFKD)
              .replaceAll("\\p{M}+", "")
              .toLowerCase(Locale.ROOT)
              .replaceAll("[^a-z0-9]+", "-")
              .replaceAll("^-|-$", "");
      return plain.isEmpty() ? "patient" : plain;
    }
  }

  private final Path folder;

  public SampleShelf(Path folder) {
    this.folder = folder;
  }

  /**
   * All of them; the first has a document to add and is known at one hospital only.
   *
   * @throws DemoException CS-DEMO-01 if they are not there, or not as the build left them
   */
  public List<Sample> samples() throws DemoException {
    try {
      JsonNode index =
          JsonMapper.builder()
              .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
              .build()
              .readTree(Files.readAllBytes(folder.resolve("index.json")));
      if (index.path("version").asInt() != 1) {
        throw missing();
      }
      List<Sample> samples = new ArrayList<>();
      for (JsonNode patient : index.path("patients")) {
        samples.add(
            new Sample(
                patient.path("given").asText() + " " + patient.path("family").asText(),
                patient.path("encounters").asInt(),
                patient.path("bundle").asText(),
                Optional.ofNullable(patient.get("document")).map(JsonNode::asText)));
      }
      if (samples.isEmpty()) {
        throw missing();
      }
      return samples;
    } catch (IOException e) {
      throw missing();
    }
  }

  /** A file of the shelf, uncompressed. */
  byte[] read(String file) throws DemoException {
    try (GZIPInputStream in = new GZIPInputStream(Files.newInputStream(folder.resolve(file)))) {
      byte[] content = in.readNBytes(MAX_BYTES + 1);
      if (content.length > MAX_BYTES) {
        throw missing();
      }
      return content;
    } catch (IOException e) {
      throw missing();
    }
  }

  private static DemoException missing() {
    return new DemoException(
        "CS-DEMO-01",
        "The sample patients are missing or damaged. Build the image again with 'mvn package', and start bin/chartseal.");
  }
}
