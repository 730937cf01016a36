package org.chartseal.services.claims.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.seal.Disclosure;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.ShownLeaf;

/**
 * The service that a disclosure shows: exactly one resource, with the name that its code carries.
 */
public final class ShownService {

  private static final String NULLIFIER = "/nullifier";
  private static final String CODE = "/code";
  private static final String STATUS = "/status";

  private final Map<String, Leaf> leaves = new HashMap<>();
  private final JsonNode head;
  private final boolean single;

  private ShownService(List<Leaf> shown) {
    List<Leaf> heads = shown.stream().filter(Leaf::isHead).toList();
    single = heads.size() == 1;
    head = single ? json(heads.getFirst().value()) : Json.STRICT.createObjectNode();
    if (single) {
      String resource = heads.getFirst().resource();
      shown.stream()
          .filter(leaf -> leaf.resource().equals(resource))
          .forEach(leaf -> leaves.put(leaf.pointer(), leaf));
    }
  }

  /** Reads the elements shown, whether they are proven or not. */
  public static ShownService in(Disclosure disclosure) {
    return new ShownService(disclosure.leaves().stream().map(ShownLeaf::leaf).toList());
  }

  /** The resource's status, or empty when none is shown. */
  public String status() {
    return modifier(STATUS).orElse("");
  }

  /** Whether this is the service of a line. */
  public Finding compare(ServiceLine line) {
    if (!single) {
      return Finding.fails("The elements are not those of one resource.");
    }
    Optional<ServiceShape> shape = ServiceShape.of(head.path("resourceType").asText());
    if (shape.isEmpty() || shape.get().category() != line.category()) {
      return Finding.fails("The record shows another kind of service.");
    }
    Optional<String> coding =
        shape.get().concepts().stream().flatMap(c -> namedCoding(c).stream()).findFirst();
    if (coding.isEmpty()) {
      return Finding.fails("The record names no service.");
    }
    if (!value(coding.get() + CODE + NULLIFIER).equals(line.nullifier().hex())
        || !value(coding.get() + CODE).equals(line.code().code())
        || !value(coding.get() + "/system").equals(line.code().system())) {
      return Finding.fails("The record shows another code or name.");
    }
    Optional<LocalDate> day =
        shape.get().days().stream().flatMap(p -> ServiceShape.day(value(p)).stream()).findFirst();
    if (!day.equals(Optional.of(line.day()))) {
      return Finding.fails("The record shows another day, or none.");
    }
    return isQualified()
        ? Finding.unknown("The record qualifies the service in a way that needs reading.")
        : Finding.holds("Code, day and name are those of the signed record.");
  }

  /** The coding at a concept, or the concept itself, whose code carries a nullifier. */
  private Optional<String> namedCoding(String concept) {
    return leaves.keySet().stream()
        .filter(pointer -> pointer.endsWith(CODE + NULLIFIER))
        .map(pointer -> pointer.substring(0, pointer.length() - (CODE + NULLIFIER).length()))
        .filter(coding -> coding.equals(concept) || coding.startsWith(concept + "/coding/"))
        .sorted()
        .findFirst();
  }

  /**
   * Extensions that modify, rules that are implied, and half doses turn the meaning of what is
   * shown (FHIR R4 §2.1.0.1.1).
   */
  private boolean isQualified() {
    for (JsonNode modifier : head.path("modifiers")) {
      String pointer = modifier.path(0).asText();
      if (pointer.contains("/modifierExtension/")
          || pointer.equals("/implicitRules")
          || (pointer.equals("/isSubpotent") && modifier.path(2).asText().equals("true"))) {
        return true;
      }
    }
    return false;
  }

  private Optional<String> modifier(String pointer) {
    for (JsonNode modifier : head.path("modifiers")) {
      if (modifier.path(0).asText().equals(pointer)) {
        return Optional.of(modifier.path(2).asText());
      }
    }
    return Optional.empty();
  }

  private String value(String pointer) {
    Leaf leaf = leaves.get(pointer);
    return leaf == null ? "" : leaf.value();
  }

  private static JsonNode json(String text) {
    try {
      return Json.STRICT.readTree(text);
    } catch (IOException e) {
      return Json.STRICT.createObjectNode();
    }
  }
}
