package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/** An endpoint gave no usable answer. */
final class JsonRpcException extends Exception {
  private static final long serialVersionUID = 1L;

  /** In which way. */
  enum Kind {
    /** No connection, no answer in time, or an HTTP error. */
    UNREACHABLE,
    /** An answer that is not what JSON-RPC or the method prescribes. */
    MALFORMED,
    /** The endpoint refuses the call, with a code, a message and sometimes data. */
    ERROR
  }

  private final Kind kind;
  private final String revertData;

  private JsonRpcException(
      Kind kind, String message, String revertData, @Nullable Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.revertData = revertData;
  }

  static JsonRpcException unreachable(@Nullable Throwable cause) {
    return new JsonRpcException(Kind.UNREACHABLE, "no answer", "", cause);
  }

  static JsonRpcException malformed(String what) {
    return new JsonRpcException(Kind.MALFORMED, what, "", null);
  }

  static JsonRpcException error(JsonNode error) {
    JsonNode data = error.path("data");
    String hex = data.isTextual() ? data.asText() : data.path("data").asText("");
    return new JsonRpcException(Kind.ERROR, error.path("message").asText(""), hex, null);
  }

  Kind kind() {
    return kind;
  }

  /** The data of a reverted call, in hexadecimal, or empty. */
  String revertData() {
    return revertData;
  }
}
