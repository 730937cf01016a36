package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.function.Predicate;

/** JSON-RPC 2.0 over HTTP to one endpoint. Safe for several threads. */
final class JsonRpc {

  /** More than 1,000 storage proofs of a very large trie. */
  private static final int MAX_ANSWER = 64 << 20;

  private final URI uri;
  private final HttpClient http;
  private final Duration deadline;
  private final ObjectMapper json = new ObjectMapper();

  JsonRpc(URI uri, HttpClient http, Duration deadline) {
    this.uri = uri;
    this.http = http;
    this.deadline = deadline;
  }

  /** Host and port: an address may hold an access key. */
  String name() {
    return uri.getPort() < 0 ? uri.getHost() : uri.getHost() + ":" + uri.getPort();
  }

  /** Calls a method; a result of JSON null comes back as a null node. */
  JsonNode call(String method, ArrayNode parameters) throws JsonRpcException {
    ObjectNode request = object();
    request.put("jsonrpc", "2.0").put("id", 1).put("method", method).set("params", parameters);
    JsonNode answer = parse(post(request.toString()), JsonNode::isObject);
    if (answer.hasNonNull("error")) {
      throw JsonRpcException.error(answer.get("error"));
    }
    JsonNode result = answer.get("result");
    if (result == null) {
      throw JsonRpcException.malformed("neither a result nor an error");
    }
    return result;
  }

  /**
   * Calls one method several times in one request; the results in the order of the parameters. Not
   * every endpoint takes batches.
   */
  List<JsonNode> batch(String method, List<ArrayNode> parameters) throws JsonRpcException {
    ArrayNode requests = parameters();
    for (int id = 0; id < parameters.size(); id++) {
      requests
          .addObject()
          .put("jsonrpc", "2.0")
          .put("id", id)
          .put("method", method)
          .set("params", parameters.get(id));
    }
    JsonNode[] results = new JsonNode[parameters.size()];
    for (JsonNode answer : parse(post(requests.toString()), JsonNode::isArray)) {
      int id = answer.path("id").asInt(-1);
      if (id < 0 || id >= results.length || !answer.hasNonNull("result")) {
        throw JsonRpcException.malformed("an answer to no question, or none to one");
      }
      results[id] = answer.get("result");
    }
    if (Arrays.asList(results).contains(null)) {
      throw JsonRpcException.malformed("fewer answers than questions");
    }
    return List.of(results);
  }

  static ArrayNode parameters() {
    return JsonNodeFactory.instance.arrayNode();
  }

  static ObjectNode object() {
    return JsonNodeFactory.instance.objectNode();
  }

  private byte[] post(String body) throws JsonRpcException {
    HttpRequest request =
        HttpRequest.newBuilder(uri)
            .timeout(deadline)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(body))
            .build();
    try {
      HttpResponse<InputStream> response =
          http.send(request, HttpResponse.BodyHandlers.ofInputStream());
      try (InputStream stream = response.body()) {
        byte[] bytes = stream.readNBytes(MAX_ANSWER + 1);
        if (bytes.length > MAX_ANSWER) {
          throw JsonRpcException.malformed("too long an answer");
        }
        if (response.statusCode() != 200) {
          throw JsonRpcException.unreachable(null);
        }
        return bytes;
      }
    } catch (IOException e) {
      throw JsonRpcException.unreachable(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw JsonRpcException.unreachable(e);
    }
  }

  private JsonNode parse(byte[] answer, Predicate<JsonNode> form) throws JsonRpcException {
    try {
      JsonNode node = json.readTree(answer);
      if (node == null || !form.test(node)) {
        throw JsonRpcException.malformed("another form of JSON than was asked for");
      }
      return node;
    } catch (JsonProcessingException e) {
      throw JsonRpcException.malformed("no JSON");
    } catch (IOException e) {
      throw JsonRpcException.unreachable(e);
    }
  }
}
