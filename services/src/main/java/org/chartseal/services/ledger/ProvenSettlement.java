package org.chartseal.services.ledger;

import java.util.Map;
import org.chartseal.services.seal.Hash32;

/**
 * The settlement's state, read as {@link ProvenLedger} reads the ledger's. Safe for several
 * threads.
 */
public interface ProvenSettlement {

  /** Reads with Merkle proofs against {@code at}, from a recent {@link ProvenLedger#head()}. */
  SettlementOutcome read(BlockRef at, SettlementQuery query);

  /**
   * By which transactions lines were paid: looked up in the receipts that an endpoint keeps, and
   * only where the receipt says the same as the proven payment. That a line is paid is proven; by
   * which transaction is that endpoint's word.
   *
   * @param payments what is proven to be paid
   * @return hashes of transactions; a line is absent from the map when no endpoint keeps its
   *     receipt
   */
  Map<SettlementQuery.ClaimLine, Hash32> transactions(
      Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> payments);
}
