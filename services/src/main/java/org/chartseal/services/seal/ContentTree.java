package org.chartseal.services.seal;

import java.util.List;
import java.util.Objects;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hmac;
import org.chartseal.services.seal.internal.Keccak;

/** The tree over the salted leaves of a content, whose root is signed (§4). */
public final class ContentTree {

  /** The most leaves, padding apart. */
  public static final int MAX_LEAVES = 1 << 20;

  private static final int LEAST = 64;
  private static final int BODY = 1 + Hmac.LENGTH;

  private final List<Leaf> leaves;
  private final LeafSalts salts;
  private final MerkleTree tree;

  private ContentTree(List<Leaf> leaves, LeafSalts salts, MerkleTree tree) {
    this.leaves = leaves;
    this.salts = salts;
    this.tree = tree;
  }

  /**
   * Computes the tree.
   *
   * @param leaves as {@link ContentLeaves#of} gives them
   * @param salts of the sealing; {@link #show} needs them open
   * @throws IllegalArgumentException if there is no leaf, or too many
   */
  public static ContentTree of(List<Leaf> leaves, LeafSalts salts) {
    if (leaves.isEmpty() || leaves.size() > MAX_LEAVES) {
      throw new IllegalArgumentException("a content has 1 to 2^20 leaves");
    }
    int size = paddedSize(leaves.size());
    byte[] hashes = new byte[32 * size];
    Hmac hmac = salts.hmac();
    Keccak keccak = new Keccak();
    // Holds 0x00 ‖ salt ‖ body of one leaf after the other, so that no leaf costs an array of its
    // own.
    ByteSink data = new ByteSink(1024).u8(MerkleTree.LEAF).put(new byte[Hmac.LENGTH]);
    byte[] index = new byte[4];
    for (int i = 0; i < size; i++) {
      data.truncate(BODY);
      putIndex(i, index);
      hmac.update(index).finish(data.buffer(), 1);
      if (i < leaves.size()) {
        leaves.get(i).writeBody(data);
      }
      keccak.update(data.buffer(), 0, data.length()).finish(hashes, 32 * i);
    }
    return new ContentTree(List.copyOf(leaves), salts, MerkleTree.ofLeafHashes(hashes));
  }

  /** contentRoot. */
  public Hash32 root() {
    return tree.root();
  }

  /** Number of leaves before padding. */
  public int leafCount() {
    return leaves.size();
  }

  public List<Leaf> leaves() {
    return leaves;
  }

  /**
   * What proves one leaf without the others.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf
   * @throws IllegalStateException if the salts were closed
   */
  public ShownLeaf show(int index) {
    Leaf leaf = leaves.get(Objects.checkIndex(index, leaves.size()));
    return new ShownLeaf(leaf, salts.salt(index), tree.inclusion(index));
  }

  /** The number of leaves with padding: a power of two, at least 64. */
  static int paddedSize(int leaves) {
    return Math.max(LEAST, Integer.highestOneBit(2 * leaves - 1));
  }

  private static void putIndex(int value, byte[] target) {
    target[0] = (byte) (value >>> 24);
    target[1] = (byte) (value >>> 16);
    target[2] = (byte) (value >>> 8);
    target[3] = (byte) value;
  }
}
