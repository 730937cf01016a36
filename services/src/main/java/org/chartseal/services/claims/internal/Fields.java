package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/**
 * The fields of a JSON object, each of which must be there and of its type; else
 * IllegalArgumentException.
 */
record Fields(JsonNode node) {

  static Fields of(JsonNode node) {
    if (!node.isObject()) {
      throw new IllegalArgumentException("an object is expected");
    }
    return new Fields(node);
  }

  boolean has(String name) {
    return node.has(name);
  }

  List<String> names() {
    List<String> names = new ArrayList<>();
    node.fieldNames().forEachRemaining(names::add);
    return names;
  }

  Fields object(String name) {
    return of(node.path(name));
  }

  Optional<Fields> optional(String name) {
    return has(name) ? Optional.of(object(name)) : Optional.empty();
  }

  List<Fields> array(String name) {
    if (!node.path(name).isArray()) {
      throw new IllegalArgumentException("an array is expected in " + name);
    }
    List<Fields> items = new ArrayList<>();
    node.path(name).forEach(item -> items.add(of(item)));
    return items;
  }

  String text(String name) {
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException("a text is expected in " + name);
    }
    return node.path(name).asText();
  }

  Optional<String> optionalText(String name) {
    return has(name) ? Optional.of(text(name)) : Optional.empty();
  }

  boolean flag(String name) {
    if (!node.path(name).isBoolean()) {
      throw new IllegalArgumentException("true or false is expected in " + name);
    }
    return node.path(name).asBoolean();
  }

  long number(String name) {
    if (!node.path(name).isIntegralNumber() || !node.path(name).canConvertToLong()) {
      throw new IllegalArgumentException("an integer is expected in " + name);
    }
    return node.path(name).asLong();
  }

  Instant instant(String name) {
    try {
      return Instant.ofEpochSecond(number(name));
    } catch (DateTimeException e) {
      throw new IllegalArgumentException(e);
    }
  }

  Hash32 hash(String name) {
    return Hash32.ofHex(text(name));
  }

  byte[] bytes(String name) {
    // Anything but a text has no bytes, or is silently taken for none.
    if (!node.path(name).isTextual()) {
      throw new IllegalArgumentException("bytes in Base64 are expected in " + name);
    }
    try {
      return node.path(name).binaryValue();
    } catch (IOException e) {
      throw new IllegalArgumentException(e);
    }
  }
}
