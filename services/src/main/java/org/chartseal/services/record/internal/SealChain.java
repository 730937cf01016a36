package org.chartseal.services.record.internal;

import static java.util.Objects.requireNonNull;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.AnchorEvidence.Check;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SealBlock;

/**
 * One organisation's seal blocks, from its newest back (protocol §5.1), read as far as something is
 * looked for and kept for what is looked for next. The store is not trusted: each block has the
 * digest that the one after it, or the registry, names.
 */
final class SealChain {

  /** Some weeks of a large hospital, some decades of a practice; about 100 MB. */
  private static final int MOST_LEAVES = 1 << 18;

  private final OrganisationId organisation;
  private final BlockStore blocks;
  private final List<List<SealBlock>> statements = new ArrayList<>();
  private final List<SealBlock> begun = new ArrayList<>();
  private Optional<Hash32> next;
  private int leaves;

  /**
   * @param newest as the registry has it
   */
  SealChain(OrganisationId organisation, BlockStore blocks, Hash32 newest) {
    this.organisation = organisation;
    this.blocks = blocks;
    this.next = newest.equals(Hash32.ZERO) ? Optional.empty() : Optional.of(newest);
  }

  /** Hints for those of the organisation's slots of which a seal block tells. */
  Map<LedgerSlot, AnchorEvidence> find(Map<LedgerSlot, Word> words) {
    Map<Hash32, LedgerSlot> wanted = new HashMap<>();
    words.keySet().forEach(slot -> wanted.put(slot.slot().value(), slot));
    Map<LedgerSlot, AnchorEvidence> found = new HashMap<>();
    for (List<SealBlock> statement : statements) {
      look(statement, wanted, words, found);
    }
    while (!wanted.isEmpty() && readNext()) {
      look(statements.getLast(), wanted, words, found);
    }
    return found;
  }

  /** Reads the statement before those read so far, whole; false when there is no more to be had. */
  private boolean readNext() {
    while (next.isPresent()
        && leaves < MOST_LEAVES
        && !Thread.currentThread().isInterrupted()
        && blocks.get(new Cid(next.get())) instanceof BlockStore.GetOutcome.Found(byte[] bytes)) {
      SealBlock block;
      try {
        block = SealBlock.parse(bytes);
      } catch (RefusedException e) {
        break;
      }
      if (!block.signed().statement().organisation().equals(organisation)) {
        break;
      }
      next = block.before();
      leaves += block.leaves().size();
      begun.addFirst(block);
      if (block.from() == 0) {
        statements.add(List.copyOf(begun));
        begun.clear();
        return true;
      }
    }
    next = Optional.empty();
    return false;
  }

  private static void look(
      List<SealBlock> statement,
      Map<Hash32, LedgerSlot> wanted,
      Map<LedgerSlot, Word> words,
      Map<LedgerSlot, AnchorEvidence> found) {
    Optional<MerkleTree> tree = Optional.empty();
    int index = 0;
    for (SealBlock block : statement) {
      for (EntryReference leaf : block.leaves()) {
        LedgerSlot slot = wanted.get(leaf.slot().value());
        if (slot != null) {
          tree = tree.isPresent() ? tree : tree(statement);
          if (tree.isEmpty()) {
            return;
          }
          AnchorEvidence hint =
              new AnchorEvidence(
                  leaf.manifestDigest(),
                  leaf.contentRoot(),
                  Optional.of(new RunEvidence(block.signed(), tree.get().inclusion(index))),
                  Optional.empty());
          // What was sealed need not be what was anchored: the same slot may stand in a later
          // block.
          if (hint.check(slot, requireNonNull(words.get(slot))) != Check.REFUTED) {
            found.put(slot, hint);
            wanted.remove(leaf.slot().value());
          }
        }
        index++;
      }
    }
  }

  /** Empty when the leaves are not those that were signed. */
  private static Optional<MerkleTree> tree(List<SealBlock> statement) {
    try {
      return Optional.of(SealBlock.tree(statement));
    } catch (RefusedException e) {
      return Optional.empty();
    }
  }
}
