package org.chartseal.services.clinical.internal;

import java.util.BitSet;
import java.util.HashMap;
import java.util.Map;

/**
 * Where the arrays of one object have null for a value, and where their siblings make up for it
 * (FHIR R4, JSON §2.1.10.0.1): null stands only for a primitive that has an id or extensions and no
 * value.
 */
final class SparseArrays {

  private final Map<Integer, BitSet> absent = new HashMap<>();
  private final Map<Integer, BitSet> present = new HashMap<>();

  /** The array of values of an element has null at this place. */
  void absentValue(int element, int place) {
    absent.computeIfAbsent(element, e -> new BitSet()).set(place);
  }

  /** The array of siblings of an element has an object at this place. */
  void presentSibling(int element, int place) {
    present.computeIfAbsent(element, e -> new BitSet()).set(place);
  }

  /** Whether each null has its sibling. */
  boolean complete() {
    for (Map.Entry<Integer, BitSet> nulls : absent.entrySet()) {
      BitSet left = (BitSet) nulls.getValue().clone();
      BitSet siblings = present.get(nulls.getKey());
      if (siblings != null) {
        left.andNot(siblings);
      }
      if (!left.isEmpty()) {
        return false;
      }
    }
    return true;
  }
}
