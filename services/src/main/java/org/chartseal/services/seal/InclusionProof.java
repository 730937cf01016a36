package org.chartseal.services.seal;

import java.util.List;
import org.chartseal.services.seal.internal.Keccak;

/**
 * The way from a leaf to the root (RFC 9162 §2.1.3).
 *
 * @param index of the leaf, from 0
 * @param size of the tree in leaves
 * @param path the siblings from the leaf upwards, as many as this place in a tree of this size has
 */
public record InclusionProof(int index, int size, List<Hash32> path) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if there is no such place, or the path is of another length
   */
  public InclusionProof {
    path = List.copyOf(path);
    if (index < 0 || index >= size) {
      throw new IllegalArgumentException("the index is outside the tree");
    }
    if (path.size() != length(index, size)) {
      throw new IllegalArgumentException("the path has another length than the tree's size says");
    }
  }

  /** The root that the leaf and the path lead to (RFC 9162 §2.1.3.2). */
  public Hash32 root(Hash32 leafHash) {
    Keccak keccak = new Keccak();
    byte[] pair = new byte[64];
    byte[] hash = leafHash.bytes();
    int position = index;
    int last = size - 1;
    for (Hash32 sibling : path) {
      // A node without a sibling is the last of its level and moves up unchanged.
      while (position % 2 == 0 && position == last) {
        position >>= 1;
        last >>= 1;
      }
      boolean right = position % 2 == 1;
      System.arraycopy(hash, 0, pair, right ? 32 : 0, 32);
      sibling.copyTo(pair, right ? 0 : 32);
      keccak.update(MerkleTree.NODE).update(pair).finish(hash, 0);
      position >>= 1;
      last >>= 1;
    }
    return Hash32.of(hash);
  }

  /** How many siblings the way from a leaf has. */
  static int length(int index, int size) {
    int siblings = 0;
    int position = index;
    for (int last = size - 1; last > 0; last >>= 1, position >>= 1) {
      if (position % 2 == 1 || position < last) {
        siblings++;
      }
    }
    return siblings;
  }
}
