package org.chartseal.services.record.internal;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.RetractionEvidence;

/**
 * What was gathered about a set of entries before they are verified.
 *
 * @param at the block against which words and licences are proven
 * @param fresh whether that block is recent enough to say "not retracted"
 * @param anchors hints at what the words stand for
 * @param retractions hints at who retracted, of which the word proves one at most
 * @param licences proven licences
 */
public record Evidence(
    BlockRef at,
    boolean fresh,
    Map<LedgerSlot, AnchorEvidence> anchors,
    Map<LedgerSlot, Set<RetractionEvidence>> retractions,
    Map<LicenceKey, Licence> licences) {

  Optional<AnchorEvidence> anchor(LedgerSlot slot) {
    return Optional.ofNullable(anchors.get(slot));
  }

  Set<RetractionEvidence> retractions(LedgerSlot slot) {
    return retractions.getOrDefault(slot, Set.of());
  }

  Optional<Licence> licence(LicenceKey key) {
    return Optional.ofNullable(licences.get(key));
  }
}
