package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.chartseal.services.clinical.SummaryRequest.Source;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import org.chartseal.services.seal.RefusedException;

/**
 * The resources of a summary: those that have a section, and what they refer to. Each gets a name
 * of its own, since two entries may name theirs alike; what is referred to and not among the
 * entries is left as its display.
 */
final class SummaryResources {

  private static final String URN_UUID = "urn:uuid:";
  private static final String REFERENCE = "reference";

  private final FhirTree trees = new FhirTree(new JsonBytes().factory());
  private final String patient;
  private final Map<String, Named> byName = new HashMap<>();
  private final List<Named> sectioned = new ArrayList<>();
  private final Map<String, Named> taken = new LinkedHashMap<>();

  /**
   * @param patient full URL of the one patient whom all of them are about
   */
  SummaryResources(String patient) {
    this.patient = patient;
  }

  /** A resource under its new name. */
  record Named(Source source, String fullUrl, ObjectNode tree) {}

  void add(Source source) throws RefusedException {
    for (Part part : source.content().parts(PartRole.RESOURCE)) {
      if (trees.read(part.bytes()) instanceof ObjectNode tree) {
        String ref = ResourceDescriber.ref(tree);
        Named named = new Named(source, uuid(source.name() + '\n' + ref), tree);
        byName.put(source.name() + '\n' + ref, named);
        byName.putIfAbsent(source.writer() + "\n" + ref, named);
        if (IpsSection.of(tree).isPresent()) {
          sectioned.add(named);
        }
      }
    }
  }

  /** Those that have a section. */
  List<Named> sectioned() {
    return List.copyOf(sectioned);
  }

  /** All that go into the bundle, each reference of theirs made to stand in it. */
  List<Named> resolved() {
    Deque<Named> open = new ArrayDeque<>(sectioned);
    while (!open.isEmpty()) {
      Named next = open.poll();
      if (taken.putIfAbsent(next.fullUrl(), next) == null) {
        resolve(next.source(), next.tree(), open);
        next.tree().put("id", next.fullUrl().substring(URN_UUID.length()));
      }
    }
    return List.copyOf(taken.values());
  }

  /** A name that is the same each time. */
  static String uuid(String of) {
    return URN_UUID + UUID.nameUUIDFromBytes(of.getBytes(StandardCharsets.UTF_8));
  }

  private void resolve(Source source, JsonNode node, Deque<Named> open) {
    if (node instanceof ObjectNode object && object.path(REFERENCE).isTextual()) {
      resolve(source, object, object.path(REFERENCE).asText(), open);
    }
    for (JsonNode child : node) {
      resolve(source, child, open);
    }
  }

  private void resolve(Source source, ObjectNode object, String reference, Deque<Named> open) {
    if (reference.startsWith("#")) {
      return;
    }
    Optional<Named> target = find(source, reference);
    boolean about =
        target
            .map(named -> ResourceDescriber.type(named.tree()).equals("Patient"))
            .orElse(reference.matches("(.*/)?Patient/[^/]+(/_history/.*)?"));
    if (about) {
      object.put(REFERENCE, patient);
    } else if (target.isPresent()) {
      object.put(REFERENCE, target.get().fullUrl());
      open.add(target.get());
    } else {
      object.remove(REFERENCE);
      if (object.path("display").asText("").isEmpty()
          && object.path("identifier").isMissingNode()) {
        object.put("display", "Not part of this summary");
      }
    }
  }

  private Optional<Named> find(Source source, String reference) {
    String plain = ReferenceIndex.withoutVersion(reference);
    int id = plain.lastIndexOf('/');
    int type = id < 0 ? -1 : plain.lastIndexOf('/', id - 1);
    String ref = plain.substring(type + 1);
    if (plain.startsWith(URN_UUID)) {
      String end = "/" + plain.substring(URN_UUID.length());
      return byName.entrySet().stream()
          .filter(one -> one.getKey().startsWith(source.name() + '\n'))
          .filter(one -> one.getKey().endsWith(end))
          .map(Map.Entry::getValue)
          .findFirst();
    }
    return Optional.ofNullable(byName.get(source.name() + '\n' + ref))
        .or(() -> Optional.ofNullable(byName.get(source.writer() + "\n" + ref)));
  }
}
