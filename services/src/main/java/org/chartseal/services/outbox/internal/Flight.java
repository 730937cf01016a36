package org.chartseal.services.outbox.internal;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;

/**
 * A job on whose place the chain is to be looked at.
 *
 * @param seen what was proven before to stand there
 * @param parcel what shares its transaction; 0 for none yet
 */
record Flight(JobId id, JobState state, Target target, Optional<Seen> seen, long parcel) {

  /** What is looked for. */
  sealed interface Target {
    /** An entry's word; a patient's is accepted by the contract until {@code notAfter}. */
    record Entry(LedgerSlot slot, Hash32 recordDigest, Optional<Instant> notAfter)
        implements Target {}

    /** The mark of a retraction. */
    record Retraction(
        LedgerSlot slot, Hash32 recordDigest, KeyId author, Optional<Instant> notAfter)
        implements Target {}

    /** An act's effect. */
    @SuppressWarnings("ArrayRecordComponent") // opaque, never compared
    record Act(String kind, byte[] payload) implements Target {}
  }

  /**
   * Something that was proven to stand.
   *
   * @param word the storage word, or a mark of an act's standing
   * @param height the lowest block at which it was proven to stand without a break since
   */
  record Seen(Hash32 word, long height) {}
}
