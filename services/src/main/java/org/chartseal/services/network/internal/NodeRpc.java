package org.chartseal.services.network.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.math.BigInteger;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.HexFormat;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * What is asked of this installation's own node, beyond what any ledger endpoint answers. It is
 * trusted: it is our child.
 */
final class NodeRpc {

  private static final Duration DEADLINE = Duration.ofSeconds(30);

  private final URI endpoint;
  private final HttpClient http;
  private final ObjectMapper json = new ObjectMapper();

  NodeRpc(URI endpoint) {
    this.endpoint = endpoint;
    this.http =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(DEADLINE)
            .build();
  }

  BigInteger chainId() throws IOException {
    return quantity(call("eth_chainId", "[]"));
  }

  long height() throws IOException {
    return quantity(call("eth_blockNumber", "[]")).longValueExact();
  }

  /** Whether a block holds transactions. */
  boolean hasTransactions(long block) throws IOException {
    String parameters = "[\"0x" + Long.toHexString(block) + "\"]";
    return quantity(call("eth_getBlockTransactionCountByNumber", parameters)).signum() > 0;
  }

  void mine(long blocks) throws IOException {
    call("anvil_mine", "[\"0x" + Long.toHexString(blocks) + "\"]");
  }

  void fund(Address account, BigInteger wei) throws IOException {
    call("anvil_setBalance", "[\"" + account.hex() + "\",\"0x" + wei.toString(16) + "\"]");
  }

  /** The whole chain, blocks and transactions included, as gzipped JSON. */
  byte[] dump() throws IOException {
    String hex = call("anvil_dumpState", "[]").asText();
    return HexFormat.of().parseHex(hex, 2, hex.length());
  }

  /** The hash of the code at an address. */
  Hash32 codeHash(Address contract) throws IOException {
    String code = call("eth_getCode", "[\"" + contract.hex() + "\",\"latest\"]").asText();
    return Digests.keccak256(HexFormat.of().parseHex(code, 2, code.length()));
  }

  private static BigInteger quantity(JsonNode node) {
    return new BigInteger(node.asText().substring(2), 16);
  }

  private JsonNode call(String method, String parameters) throws IOException {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\""
            + method
            + "\",\"params\":"
            + parameters
            + "}";
    HttpRequest request =
        HttpRequest.newBuilder(endpoint)
            .timeout(DEADLINE)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    JsonNode answer;
    try {
      answer = json.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (JsonProcessingException e) {
      throw new IOException("the node answered no JSON", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while asking the node");
    }
    JsonNode result = answer == null ? null : answer.get("result");
    if (result == null) {
      throw new IOException("the node refused " + method);
    }
    return result;
  }
}
