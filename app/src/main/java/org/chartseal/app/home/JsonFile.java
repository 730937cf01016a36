package org.chartseal.app.home;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A versioned JSON file of the home folder, read strictly: what is unknown, missing, doubled or
 * left over is refused.
 *
 * @param <T> a record whose first component is {@code int version}
 */
public final class JsonFile<T> {

  private static final int MAX_BYTES = 16 << 20;

  private static final ObjectMapper JSON =
      JsonMapper.builder()
          .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
          .disable(StreamReadFeature.INCLUDE_SOURCE_IN_LOCATION)
          .enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
          .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .enable(SerializationFeature.INDENT_OUTPUT)
          .build();

  private final Path file;
  private final String name;
  private final int version;
  private final Class<T> type;

  public JsonFile(Path file, int version, Class<T> type) {
    this.file = file;
    this.name = String.valueOf(file.getFileName());
    this.version = version;
    this.type = type;
  }

  /** What the file says; empty if there is none. */
  public Optional<T> read() throws HomeException {
    byte[] content;
    try (var in = Files.newInputStream(file)) {
      content = in.readNBytes(MAX_BYTES + 1);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw HomeFaults.unreadable(name);
    }
    if (content.length > MAX_BYTES) {
      throw HomeFaults.damaged(name);
    }
    try {
      JsonNode tree = JSON.readTree(content);
      JsonNode written = tree.get("version");
      if (written == null || !written.isInt()) {
        throw HomeFaults.damaged(name);
      }
      if (written.intValue() != version) {
        throw written.intValue() > version ? HomeFaults.newer(name) : HomeFaults.damaged(name);
      }
      return Optional.of(JSON.treeToValue(tree, type));
    } catch (IOException | IllegalArgumentException e) {
      throw HomeFaults.damaged(name);
    }
  }

  public void write(T value) throws HomeException {
    try {
      OwnerOnly.write(file, JSON.writeValueAsBytes(value));
    } catch (IOException e) {
      throw HomeFaults.notWritten(name);
    }
  }
}
