package org.chartseal.services.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HexFormat;
import org.chartseal.services.seal.Hash32;

/** Asks the node what a transaction used. */
final class NodeCalls {

  private static final int INTRINSIC = 21_000;
  private static final int ZERO_BYTE = 4;
  private static final int OTHER_BYTE = 16;

  private final URI node;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();

  NodeCalls(URI node) {
    this.node = node;
  }

  /**
   * What a mined transaction used.
   *
   * @param total the receipt's {@code gasUsed}
   * @param execution the total without the 21,000 of every transaction and without its calldata (16
   *     a byte, 4 a zero byte: EIP-2028); the floor of EIP-7623 is below the total in every
   *     transaction here
   */
  record Gas(long total, long execution) {}

  Gas gas(Hash32 transaction) {
    JsonNode receipt = ask("eth_getTransactionReceipt", transaction);
    if (!receipt.path("status").asText().equals("0x1")) {
      throw new IllegalStateException("a transaction failed");
    }
    long total = Long.decode(receipt.path("gasUsed").asText());
    byte[] input =
        HexFormat.of()
            .parseHex(
                ask("eth_getTransactionByHash", transaction).path("input").asText().substring(2));
    long data = 0;
    for (byte b : input) {
      data += b == 0 ? ZERO_BYTE : OTHER_BYTE;
    }
    return new Gas(total, total - INTRINSIC - data);
  }

  private JsonNode ask(String method, Hash32 hash) {
    String body =
        "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":\"%s\",\"params\":[\"0x%s\"]}"
            .formatted(method, hash.hex());
    HttpRequest request =
        HttpRequest.newBuilder(node)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      return json.readTree(http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body())
          .path("result");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }
}
