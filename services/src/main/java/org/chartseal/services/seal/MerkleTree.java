package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.chartseal.services.seal.internal.Keccak;

/** A Merkle tree (§1.2; RFC 9162 §2.1, with keccak). */
public final class MerkleTree {

  static final byte LEAF = 0;
  static final byte NODE = 1;

  /** The hashes of each level in a row, the leaves first, the root alone in the last. */
  private final List<byte[]> levels = new ArrayList<>();

  private MerkleTree(byte[] leafHashes) {
    Keccak keccak = new Keccak();
    byte[] level = leafHashes;
    levels.add(level);
    while (level.length > 32) {
      level = parents(level, keccak);
      levels.add(level);
    }
  }

  /**
   * The tree over these leaves.
   *
   * @throws IllegalArgumentException if there is none
   */
  public static MerkleTree of(List<byte[]> leaves) {
    Keccak keccak = new Keccak();
    byte[] hashes = new byte[32 * leaves.size()];
    for (int i = 0; i < leaves.size(); i++) {
      keccak.update(LEAF).update(leaves.get(i)).finish(hashes, 32 * i);
    }
    return ofLeafHashes(hashes);
  }

  /**
   * The tree over an organisation's entries, or with {@link OrganisationId#PATIENTS} a patient's
   * (§5).
   */
  public static MerkleTree ofEntries(OrganisationId organisation, List<EntryReference> entries) {
    return of(entries.stream().map(entry -> entry.leaf(organisation)).toList());
  }

  /**
   * The tree over leaves that are hashed already, 32 bytes each in a row, which the caller gives
   * up.
   */
  static MerkleTree ofLeafHashes(byte[] hashes) {
    if (hashes.length == 0) {
      throw new IllegalArgumentException("an empty tree has no root here");
    }
    return new MerkleTree(hashes);
  }

  /** {@code keccak(0x00 ‖ data)}. */
  public static Hash32 leafHash(byte[] data) {
    byte[] hash = new byte[32];
    new Keccak().update(LEAF).update(data).finish(hash, 0);
    return Hash32.of(hash);
  }

  public Hash32 root() {
    return Hash32.at(levels.getLast(), 0);
  }

  /** Number of leaves. */
  public int size() {
    return levels.getFirst().length / 32;
  }

  /**
   * The proof that a leaf is in the tree.
   *
   * @throws IndexOutOfBoundsException if there is no such leaf
   */
  public InclusionProof inclusion(int index) {
    return proof(0, index);
  }

  /**
   * The proof that a run's own root is a node of the tree: a proof in the tree over the roots of
   * the runs, {@link InclusionProof#size()} being their number.
   *
   * @throws IndexOutOfBoundsException if there is no such run
   */
  public InclusionProof run(int run) {
    int level = Integer.numberOfTrailingZeros(Statement.RUN);
    if (levels.size() <= level) {
      Objects.checkIndex(run, 1);
      return new InclusionProof(0, 1, List.of());
    }
    return proof(level, run);
  }

  private InclusionProof proof(int fromLevel, int index) {
    int size = levels.get(fromLevel).length / 32;
    Objects.checkIndex(index, size);
    List<Hash32> path = new ArrayList<>();
    int position = index;
    for (byte[] level : levels.subList(fromLevel, levels.size() - 1)) {
      int sibling = position ^ 1;
      if (32 * sibling < level.length) {
        path.add(Hash32.at(level, 32 * sibling));
      }
      position >>= 1;
    }
    return new InclusionProof(index, size, path);
  }

  /**
   * A node without a sibling moves up as it is: the split at the largest power of two below the
   * size comes to the same.
   */
  private static byte[] parents(byte[] level, Keccak keccak) {
    int nodes = level.length / 32;
    byte[] above = new byte[32 * ((nodes + 1) / 2)];
    for (int i = 0; i + 1 < nodes; i += 2) {
      keccak.update(NODE).update(level, 32 * i, 64).finish(above, 16 * i);
    }
    if (nodes % 2 == 1) {
      System.arraycopy(level, level.length - 32, above, above.length - 32, 32);
    }
    return above;
  }
}
