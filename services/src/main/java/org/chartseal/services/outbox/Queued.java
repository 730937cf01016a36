package org.chartseal.services.outbox;

import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.Place;

/** A job as it stands in the outbox. */
public sealed interface Queued {

  /** How far it is. */
  JobStatus job();

  /** An entry that is to be anchored. */
  record QueuedEntry(
      JobStatus job, LaneKey lane, Place place, LedgerSlot slot, EntryDigests digests)
      implements Queued {

    /** The leaf that an organisation's statement has for it. */
    public EntryReference reference() {
      return new EntryReference(slot.slot(), digests.manifestDigest(), digests.contentRoot());
    }
  }

  /** A retraction. */
  record QueuedRetraction(JobStatus job, LedgerSlot target, Hash32 recordDigest, KeyId author)
      implements Queued {}

  /** A registry act or a settlement. */
  record QueuedAct(JobStatus job, ActKind kind) implements Queued {}
}
