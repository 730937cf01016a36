package org.chartseal.services.network.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;

/**
 * What is written down about the node, so that other processes find it, also after a crash.
 *
 * @param chainId drawn at the first start and kept
 * @param port on the loopback interface
 * @param pid of the process, 0 when none was started yet
 * @param started when that process began, which tells it from a later one of the same number
 */
record NodeRecord(BigInteger chainId, int port, long pid, Instant started) {

  private static final int VERSION = 1;

  URI endpoint() {
    return URI.create("http://127.0.0.1:" + port);
  }

  /** The process, if it still runs. */
  Optional<ProcessHandle> process() {
    return ProcessHandle.of(pid)
        .filter(ProcessHandle::isAlive)
        .filter(handle -> handle.info().startInstant().map(started::equals).orElse(true));
  }

  static Optional<NodeRecord> read(Path file) throws IOException {
    if (!Files.exists(file)) {
      return Optional.empty();
    }
    JsonNode json = new ObjectMapper().readTree(file.toFile());
    if (json.path("version").asInt() != VERSION) {
      throw new IOException("the node's record is of another version");
    }
    try {
      return Optional.of(
          new NodeRecord(
              new BigInteger(json.path("chainId").asText()),
              json.path("port").asInt(),
              json.path("pid").asLong(),
              Instant.ofEpochMilli(json.path("started").asLong())));
    } catch (NumberFormatException e) {
      throw new IOException("the node's record is damaged", e);
    }
  }

  void write(Path file) throws IOException {
    ObjectMapper mapper = new ObjectMapper();
    OwnerFiles.replace(
        file,
        mapper.writeValueAsBytes(
            mapper
                .createObjectNode()
                .put("version", VERSION)
                .put("chainId", chainId.toString())
                .put("port", port)
                .put("pid", pid)
                .put("started", started.toEpochMilli())));
  }
}
