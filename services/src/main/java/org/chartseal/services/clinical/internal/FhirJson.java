package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.DocumentView.Coded;

/**
 * Writes FHIR R4 JSON: the pieces that the resources of this package share. Nothing empty is
 * written.
 */
final class FhirJson {

  private final ObjectMapper mapper = new ObjectMapper();
  private final JsonNodeFactory nodes = JsonNodeFactory.instance;

  /** A resource with its type and id. */
  ObjectNode resource(String type, String id) {
    if (!new ResourceIdentity(type, id).hasProperId()) {
      throw new IllegalArgumentException("a FHIR id has 1 to 64 of A-Z a-z 0-9 - .");
    }
    return nodes.objectNode().put("resourceType", type).put("id", id);
  }

  ObjectNode object() {
    return nodes.objectNode();
  }

  ArrayNode array(JsonNode... items) {
    ArrayNode array = nodes.arrayNode();
    for (JsonNode item : items) {
      array.add(item);
    }
    return array;
  }

  /** A text, unless it is empty. */
  void put(ObjectNode target, String name, String value) {
    if (!value.isEmpty()) {
      target.put(name, value);
    }
  }

  ObjectNode coding(String system, String code, String display) {
    ObjectNode coding = object();
    put(coding, "system", system);
    put(coding, "code", code);
    put(coding, "display", display);
    return coding;
  }

  ObjectNode concept(String system, String code, String display) {
    ObjectNode concept = object();
    concept.set("coding", array(coding(system, code, display)));
    return concept;
  }

  /** A code, or what it is called where there is none. */
  ObjectNode concept(Coded coded) {
    if (coded.code().isEmpty()) {
      return object().put("text", coded.display());
    }
    return concept(coded.system(), coded.code(), coded.display());
  }

  /** A logical reference (FHIR R4 §2.3.0.2). */
  ObjectNode reference(ActorReference actor) {
    ObjectNode reference = object().put("type", actor.kind().fhirType());
    reference.set("identifier", identifier(actor.kind().system(), actor.identifier()));
    put(reference, "display", actor.display());
    return reference;
  }

  ObjectNode identifier(String system, String value) {
    return object().put("system", system).put("value", value);
  }

  /** A time to the second, in UTC. */
  String time(Instant instant) {
    return instant.truncatedTo(ChronoUnit.SECONDS).toString();
  }

  /** A generated narrative of plain text, a paragraph for each line. */
  ObjectNode narrative(String text) {
    StringBuilder div = new StringBuilder("<div xmlns=\"http://www.w3.org/1999/xhtml\">");
    for (String line : text.lines().toList()) {
      div.append("<p>").append(escaped(line)).append("</p>");
    }
    return object().put("status", "generated").put("div", div.append("</div>").toString());
  }

  byte[] bytes(ObjectNode resource) {
    try {
      return mapper.writeValueAsBytes(resource);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a tree can always be written", e);
    }
  }

  private static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    text.codePoints()
        .forEach(c -> {
          switch (c) {
            case '&' -> escaped.append("&amp;");
            case '<' -> escaped.append("&lt;");
            case '>' -> escaped.append("&gt;");
            default -> escaped.appendCodePoint(isInXml(c) ? c : 0xfffd);
          }
        });
    return escaped.toString();
  }

  /** XML 1.0 §2.2; code points above the surrogates apart, which are all in it. */
  private static boolean isInXml(int c) {
    boolean control = c < 0x20 && c != '\t';
    boolean surrogate = c >= 0xd800 && c <= 0xdfff;
    boolean nonCharacter = c == 0xfffe || c == 0xffff;
    return !control && !surrogate && !nonCharacter;
  }
}
