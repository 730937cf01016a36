package org.chartseal.services.network.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.math.BigInteger;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.network.NetworkFile;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/** The network file as JSON. */
public final class NetworkFileCodec {

  private NetworkFileCodec() {}

  /** Reads a file; anything but a complete network file of a known version is refused. */
  public static NetworkFileOutcome read(Path file) {
    byte[] bytes;
    try {
      bytes = Files.readAllBytes(file);
    } catch (NoSuchFileException e) {
      return new NetworkFileOutcome.Missing();
    } catch (IOException e) {
      return new NetworkFileOutcome.Refused(NetworkFaults.NOT_A_NETWORK_FILE);
    }
    try {
      JsonNode json = new ObjectMapper().readTree(bytes);
      if (json.path("version").asInt() != NetworkFile.VERSION) {
        return new NetworkFileOutcome.Refused(
            json.path("version").isInt()
                ? NetworkFaults.OTHER_VERSION
                : NetworkFaults.NOT_A_NETWORK_FILE);
      }
      return new NetworkFileOutcome.Loaded(decode(json));
    } catch (IOException | IllegalArgumentException e) {
      return new NetworkFileOutcome.Refused(NetworkFaults.NOT_A_NETWORK_FILE);
    }
  }

  /**
   * Replaces a file.
   *
   * @throws IOException if the disk does not take it
   */
  public static void write(Path file, NetworkFile network) throws IOException {
    OwnerFiles.replace(file, encode(network));
  }

  private static NetworkFile decode(JsonNode json) {
    List<URI> endpoints = new ArrayList<>();
    required(json, "endpoints").forEach(uri -> endpoints.add(endpoint(uri.asText())));
    return new NetworkFile(
        required(json, "name").asText(),
        required(json, "embedded").asBoolean(),
        new LedgerNetwork(
            new BigInteger(required(json, "chainId").asText()),
            endpoints,
            required(json, "quorum").asInt(),
            contract(required(json, "ledger")),
            contract(required(json, "token")),
            contract(required(json, "settlement")),
            required(json, "deployedAt").asLong(),
            required(json, "finalityDepth").asInt(),
            Duration.ofSeconds(required(json, "maxBlockAgeSeconds").asLong())));
  }

  private static URI endpoint(String text) {
    URI uri = URI.create(text);
    boolean http = "http".equals(uri.getScheme()) || "https".equals(uri.getScheme());
    if (!http || uri.getHost() == null) {
      throw new IllegalArgumentException("an endpoint is an http or https address");
    }
    return uri;
  }

  private static PinnedContract contract(JsonNode json) {
    return new PinnedContract(
        Address.ofHex(required(json, "address").asText()),
        Hash32.ofHex(required(json, "codeHash").asText()));
  }

  private static JsonNode required(JsonNode json, String name) {
    JsonNode value = json.get(name);
    if (value == null || value.isNull()) {
      throw new IllegalArgumentException("the field is missing: " + name);
    }
    return value;
  }

  private static byte[] encode(NetworkFile network) throws JsonProcessingException {
    LedgerNetwork ledger = network.ledger();
    ObjectMapper mapper = new ObjectMapper();
    ObjectNode json = mapper.createObjectNode();
    json.put("version", NetworkFile.VERSION)
        .put("name", network.name())
        .put("embedded", network.embedded())
        .put("chainId", ledger.chainId().toString());
    ArrayNode endpoints = json.putArray("endpoints");
    ledger.endpoints().forEach(uri -> endpoints.add(uri.toString()));
    json.put("quorum", ledger.quorum());
    put(json, "ledger", ledger.ledger());
    put(json, "token", ledger.token());
    put(json, "settlement", ledger.settlement());
    json.put("deployedAt", ledger.deployedAt())
        .put("finalityDepth", ledger.finalityDepth())
        .put("maxBlockAgeSeconds", ledger.maxBlockAge().toSeconds());
    return mapper.writerWithDefaultPrettyPrinter().writeValueAsBytes(json);
  }

  private static void put(ObjectNode json, String name, PinnedContract contract) {
    json.putObject(name)
        .put("address", contract.address().hex())
        .put("codeHash", contract.codeHash().hex());
  }
}
