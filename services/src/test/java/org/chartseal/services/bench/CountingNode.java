package org.chartseal.services.bench;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** Stands before a node, notes when it was working, and keeps what it answered if asked to. */
final class CountingNode implements AutoCloseable {

  /** From the begin of a question to the end of its answer, nanoseconds since 1970. */
  private record Answer(long from, long to, long bytes) {}

  private final URI node;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<Answer> answers = new ArrayList<>();
  private final List<byte[]> kept = new ArrayList<>();
  private boolean keeping;

  CountingNode(URI node) throws IOException {
    this.node = node;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::pass);
    server.start();
  }

  /** Where to ask instead of the node. */
  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** From now on keeps the answers' bytes, or no longer. */
  synchronized void keep(boolean on) {
    keeping = on;
    kept.clear();
  }

  /** The answers that were kept. */
  synchronized List<byte[]> kept() {
    return List.copyOf(kept);
  }

  /**
   * For how many nanoseconds of a span the node was at work on at least one question; what it did
   * at the same time counts once.
   */
  synchronized long busy(long from, long to) {
    List<Answer> sorted = new ArrayList<>(answers);
    sorted.sort(Comparator.comparingLong(Answer::from));
    long busy = 0;
    long until = from;
    for (Answer answer : sorted) {
      long begin = Math.max(until, answer.from());
      long end = Math.min(to, answer.to());
      if (end > begin) {
        busy += end - begin;
        until = end;
      }
    }
    return busy;
  }

  /** How many bytes were answered in a span. */
  synchronized long bytes(long from, long to) {
    return within(from, to).stream().mapToLong(Answer::bytes).sum();
  }

  /** How many questions were answered in a span. */
  synchronized int questions(long from, long to) {
    return within(from, to).size();
  }

  private List<Answer> within(long from, long to) {
    return answers.stream().filter(it -> it.from() >= from && it.to() <= to).toList();
  }

  private void pass(HttpExchange exchange) throws IOException {
    byte[] question = exchange.getRequestBody().readAllBytes();
    HttpRequest request =
        HttpRequest.newBuilder(node)
            .header("content-type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(question))
            .build();
    long from = Nanos.now();
    HttpResponse<byte[]> response;
    try {
      response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException(e);
    }
    note(new Answer(from, Nanos.now(), response.body().length), response.body());
    exchange.sendResponseHeaders(response.statusCode(), response.body().length);
    try (exchange) {
      exchange.getResponseBody().write(response.body());
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private synchronized void note(Answer answer, byte[] body) {
    answers.add(answer);
    if (keeping) {
      kept.add(body);
    }
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
    http.shutdownNow();
  }
}
