package org.chartseal.services.record;

import java.util.Set;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.StreamId;

/**
 * An organisation's final entry whose place another is to take.
 *
 * @param stream in which it stands
 * @param slot where on the ledger
 * @param reference its slot and digests
 * @param author under whose key it was anchored
 * @param date its clinical date, as it was written
 */
public record Replaced(
    StreamId stream, LedgerSlot slot, EntryReference reference, KeyId author, String date) {

  RetractionDraft retraction(Owner owner) {
    return new RetractionDraft.OfOrganisation(
        slot, reference.recordDigest(), author, owner, Set.of());
  }
}
