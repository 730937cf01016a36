package org.chartseal.services.seal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A statement of an organisation with its leaves, as it is kept in the block store (§5.1): from the
 * newest, which the registry names, everything that the organisation signed is found.
 *
 * @param signed an anchor statement
 * @param leaves those from {@code from} on, at most {@link #MAX_LEAVES}
 * @param from index of the first leaf in the statement; not 0 only where a statement needs several
 *     blocks
 * @param before sha256 of the organisation's seal block before this one; absent in its first
 */
public record SealBlock(
    SignedStatement signed, List<EntryReference> leaves, int from, Optional<Hash32> before) {

  /** The most leaves of one block. */
  public static final int MAX_LEAVES = 4096;

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if it is no anchor statement of an organisation, or the leaves
   *     are not those that a block at this place holds
   */
  public SealBlock {
    leaves = List.copyOf(leaves);
    Statement statement = signed.statement();
    if (statement.type() != StatementType.ANCHOR
        || statement.organisation().equals(OrganisationId.PATIENTS)) {
      throw new IllegalArgumentException(
          "a seal block holds an anchor statement of an organisation");
    }
    if (from < 0
        || from >= statement.count()
        || from % MAX_LEAVES != 0
        || leaves.size() != Math.min(MAX_LEAVES, statement.count() - from)) {
      throw new IllegalArgumentException("these are not the leaves of a seal block");
    }
  }

  /**
   * The blocks of a statement, the first leaves first; each names the one before.
   *
   * @param before the organisation's newest seal block until now
   */
  public static List<SealBlock> of(
      SignedStatement signed, List<EntryReference> leaves, Optional<Hash32> before) {
    if (leaves.size() != signed.statement().count()) {
      throw new IllegalArgumentException("the statement has another number of leaves");
    }
    List<SealBlock> blocks = new ArrayList<>();
    Optional<Hash32> last = before;
    for (int from = 0; from < leaves.size(); from += MAX_LEAVES) {
      int to = Math.min(from + MAX_LEAVES, leaves.size());
      SealBlock block = new SealBlock(signed, leaves.subList(from, to), from, last);
      last = Optional.of(block.digest());
      blocks.add(block);
    }
    return blocks;
  }

  /** The bytes that are stored. */
  public byte[] bytes() {
    return SealBlockCodec.encode(this);
  }

  /** sha256 of the bytes: what the next block and a head statement name. */
  public Hash32 digest() {
    return Digests.sha256(bytes());
  }

  /**
   * Reads a block. Its signature and root are yet to be checked.
   *
   * @throws RefusedException if it is none
   */
  public static SealBlock parse(byte[] bytes) throws RefusedException {
    return SealBlockCodec.decode(bytes);
  }

  /**
   * The tree of a statement from all of its blocks, the first leaves first.
   *
   * @throws RefusedException if a block is missing, or the leaves do not lead to the statement's
   *     root
   */
  public static MerkleTree tree(List<SealBlock> blocks) throws RefusedException {
    List<EntryReference> all = new ArrayList<>();
    for (SealBlock block : blocks) {
      if (block.from != all.size() || !block.statement().equals(blocks.getFirst().statement())) {
        throw new RefusedException(Faults.MALFORMED_SEAL_BLOCK);
      }
      all.addAll(block.leaves);
    }
    if (all.isEmpty() || all.size() != blocks.getFirst().statement().count()) {
      throw new RefusedException(Faults.MALFORMED_SEAL_BLOCK);
    }
    Statement statement = blocks.getFirst().statement();
    MerkleTree tree = MerkleTree.ofEntries(statement.organisation(), all);
    if (!tree.root().equals(statement.root())) {
      throw new RefusedException(Faults.NOT_IN_STATEMENT);
    }
    return tree;
  }

  private Statement statement() {
    return signed.statement();
  }
}
