package org.chartseal.services.claims;

import java.util.Map;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.SlotState;

/**
 * What the insurer's console found on the ledger, proven against one block.
 *
 * @param current whether the block was recent when it was read; if not, whether something is
 *     retracted is unknown
 */
public record LedgerObservation(
    BlockRef at,
    boolean current,
    Map<LedgerSlot, SlotState> slots,
    Map<LicenceKey, Licence> licences) {

  public LedgerObservation {
    slots = Map.copyOf(slots);
    licences = Map.copyOf(licences);
  }
}
