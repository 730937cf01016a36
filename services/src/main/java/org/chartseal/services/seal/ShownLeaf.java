package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;

/** A leaf with what proves it: its salt and its place in the content's tree. */
public record ShownLeaf(Leaf leaf, Hash32 salt, InclusionProof place) {

  /** The root that it leads to. */
  public Hash32 root() {
    ByteSink data = new ByteSink(256).put(salt.bytes());
    leaf.writeBody(data);
    return place.root(MerkleTree.leafHash(data.toByteArray()));
  }
}
