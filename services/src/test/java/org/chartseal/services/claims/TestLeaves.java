package org.chartseal.services.claims;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.LeafExtractor;

/**
 * Leaves of the small resources of these tests, whose only modifiers are status and modifier
 * extensions.
 */
final class TestLeaves implements LeafExtractor {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  @Override
  public List<Leaf> leaves(byte[] resourceJson) {
    try {
      JsonNode json = MAPPER.readTree(resourceJson);
      String type = json.get("resourceType").asText();
      String id = json.get("id").asText();
      List<Leaf> all = new ArrayList<>();
      walk(type + "/" + id, "", json, all);
      List<Leaf> modifiers =
          all.stream()
              .filter(
                  l -> l.pointer().equals("/status") || l.pointer().contains("/modifierExtension/"))
              .toList();
      List<Leaf> leaves = new ArrayList<>();
      leaves.add(Leaf.head(type, id, modifiers));
      leaves.addAll(all);
      return leaves;
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void walk(String ref, String pointer, JsonNode node, List<Leaf> leaves) {
    if (node.isObject()) {
      node.properties().forEach(f -> walk(ref, pointer + "/" + f.getKey(), f.getValue(), leaves));
    } else if (node.isArray()) {
      for (int i = 0; i < node.size(); i++) {
        walk(ref, pointer + "/" + i, node.get(i), leaves);
      }
    } else {
      leaves.add(new Leaf(ref, pointer, "string", node.asText()));
    }
  }
}
