package org.chartseal.services.clinical.internal;

import java.util.List;
import org.chartseal.services.seal.Leaf;

/**
 * A resource that was walked through.
 *
 * @param leaves the head leaf, then one for each primitive value
 */
record WalkedResource(String type, String id, List<Leaf> leaves) {

  /** {@code Type/id}. */
  String ref() {
    return type + "/" + id;
  }
}
