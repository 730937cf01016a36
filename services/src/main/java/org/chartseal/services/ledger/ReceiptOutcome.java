package org.chartseal.services.ledger;

import java.util.Optional;
import java.util.Set;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/**
 * What an endpoint says about a transaction. A hint for the outbox: whether it is final, a proven
 * read says.
 */
public sealed interface ReceiptOutcome {

  /**
   * It is in a block.
   *
   * @param success false when it was reverted
   * @param anchored keys ({@link LedgerSlot#key()}) that it anchored
   * @param retracted keys that it retracted
   * @param skipped keys on which it changed nothing: used or retracted already, late, or signed by
   *     another than the slot
   * @param created the contract that it deployed
   */
  record Mined(
      long block,
      Hash32 blockHash,
      boolean success,
      Set<Hash32> anchored,
      Set<Hash32> retracted,
      Set<Hash32> skipped,
      Optional<Address> created)
      implements ReceiptOutcome {}

  /** A node holds it, in no block yet. */
  record Pending() implements ReceiptOutcome {}

  /** No endpoint knows it: never received, dropped, or lost with its block. */
  record Unknown() implements ReceiptOutcome {}

  /** No endpoint could be asked. */
  record Unavailable(Fault fault) implements ReceiptOutcome {}
}
