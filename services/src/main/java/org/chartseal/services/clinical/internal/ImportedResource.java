package org.chartseal.services.clinical.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.seal.Leaf;

/**
 * A resource of a document, checked.
 *
 * @param json its bytes as they will be sealed
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
record ImportedResource(WalkedResource walked, byte[] json, JsonNode tree) {

  String type() {
    return walked.type();
  }

  String ref() {
    return walked.ref();
  }

  /** What it refers to at elements of these names, at any depth: as written. */
  List<String> references(String... elements) {
    List<String> found = new ArrayList<>();
    for (Leaf leaf : walked.leaves()) {
      if (leaf.pointer().endsWith("/reference") && isUnder(leaf.pointer(), elements)) {
        found.add(leaf.value());
      }
    }
    return found;
  }

  /** Everything that it refers to. */
  List<String> references() {
    return walked.leaves().stream()
        .filter(leaf -> leaf.pointer().endsWith("/reference"))
        .map(Leaf::value)
        .toList();
  }

  private static boolean isUnder(String pointer, String... elements) {
    for (String element : elements) {
      if (pointer.matches("(/.*)?/" + element + "(/\\d+)?/reference")) {
        return true;
      }
    }
    return false;
  }
}
