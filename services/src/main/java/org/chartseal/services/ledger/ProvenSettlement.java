package org.chartseal.services.ledger;

/**
 * The settlement's state, read as {@link ProvenLedger} reads the ledger's. Safe for several
 * threads.
 */
public interface ProvenSettlement {

  /** Reads with Merkle proofs against {@code at}, from a recent {@link ProvenLedger#head()}. */
  SettlementOutcome read(BlockRef at, SettlementQuery query);
}
