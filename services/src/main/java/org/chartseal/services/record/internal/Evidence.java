package org.chartseal.services.record.internal;

import java.util.Map;
import java.util.Optional;
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
 * @param retractions hints at who retracted
 * @param licences proven licences
 */
public record Evidence(
    BlockRef at,
    boolean fresh,
    Map<LedgerSlot, AnchorEvidence> anchors,
    Map<LedgerSlot, RetractionEvidence> retractions,
    Map<LicenceKey, Licence> licences) {

  Optional<AnchorEvidence> anchor(LedgerSlot slot) {
    return Optional.ofNullable(anchors.get(slot));
  }

  Optional<RetractionEvidence> retraction(LedgerSlot slot) {
    return Optional.ofNullable(retractions.get(slot));
  }

  Optional<Licence> licence(LicenceKey key) {
    return Optional.ofNullable(licences.get(key));
  }
}
