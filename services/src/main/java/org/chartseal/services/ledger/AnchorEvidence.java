package org.chartseal.services.ledger;

import java.util.Optional;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/**
 * A hint, from events and transactions or from a seal block, at what a slot's word stands for. Only
 * the word proves: whoever uses it compares.
 *
 * @param run the organisation's statement; absent for patients' entries, whose manifests hold
 *     theirs
 * @param transaction that anchored it; absent when a seal block tells of it
 */
public record AnchorEvidence(
    Hash32 manifestDigest,
    Hash32 contentRoot,
    Optional<RunEvidence> run,
    Optional<Transaction> transaction) {

  /**
   * A transaction in a block.
   *
   * @param block height of its block
   */
  public record Transaction(Hash32 hash, long block) {}

  /** What a word says of a hint. */
  public enum Check {
    /** The word stands for these digests, written under this author. */
    PROVEN,
    /** The word stands for something else. */
    REFUTED,
    /** The word is retracted, or no node served the transaction that names the author. */
    OPEN
  }

  /** Compares the hint with the word that is proven to stand in the slot. */
  public Check check(LedgerSlot slot, Word word) {
    Optional<KeyId> author = author(slot);
    if (author.isEmpty() || word.retractedAt().isPresent()) {
      return Check.OPEN;
    }
    return word.matches(digests().recordDigest(), author.get()) ? Check.PROVEN : Check.REFUTED;
  }

  /** The same, for a retracted word, with a hint at who retracted. */
  public boolean isProvenRetracted(LedgerSlot slot, Word word, KeyId retractor) {
    return author(slot)
        .filter(author -> word.matchesRetracted(digests().recordDigest(), author, retractor))
        .isPresent();
  }

  /** Both digests of the entry. */
  public EntryDigests digests() {
    return new EntryDigests(manifestDigest, contentRoot);
  }

  private Optional<KeyId> author(LedgerSlot slot) {
    return slot.organisation().equals(OrganisationId.PATIENTS)
        ? Optional.of(KeyId.PATIENT)
        : run.map(evidence -> KeyId.of(evidence.statement().key()));
  }
}
