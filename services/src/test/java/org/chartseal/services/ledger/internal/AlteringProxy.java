package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.Executors;

/** Stands between a client and a real node, and alters what the node answers. */
public final class AlteringProxy implements AutoCloseable {

  /** Changes an answer's result in place, or returns another. */
  public interface Fault {
    JsonNode alter(String method, JsonNode parameters, JsonNode result) throws IOException;
  }

  private final HttpServer server;
  private final URI node;
  private final HttpClient http = HttpClient.newHttpClient();
  private final ObjectMapper json = new ObjectMapper();
  private volatile Fault fault = (method, parameters, result) -> result;

  public AlteringProxy(URI node) throws IOException {
    this.node = node;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", this::handle);
    server.start();
  }

  public void inject(Fault injected) {
    fault = injected;
  }

  public URI uri() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  public String name() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  /** Asks the node itself. */
  public JsonNode ask(String request) throws IOException {
    try {
      HttpRequest forwarded =
          HttpRequest.newBuilder(node)
              .header("content-type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(request))
              .build();
      return json.readTree(http.send(forwarded, HttpResponse.BodyHandlers.ofByteArray()).body());
    } catch (InterruptedException e) {
      throw new IOException(e);
    }
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      JsonNode request = json.readTree(exchange.getRequestBody().readAllBytes());
      JsonNode answer = ask(request.toString());
      if (answer.has("result")) {
        JsonNode altered =
            fault.alter(
                request.get("method").asText(), request.get("params"), answer.get("result"));
        ((ObjectNode) answer).set("result", altered);
      }
      byte[] bytes = json.writeValueAsBytes(answer);
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes);
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
