package org.chartseal.services.ledger;

import java.util.Optional;

/**
 * What endpoints know of one block, for readers elsewhere and afterwards. Calls block on the
 * network, with deadlines.
 */
public interface BlockWitness {

  /**
   * The raw proofs of what a query asks of the ledger's slots and licences, which hold against the
   * block; none when no endpoint serves them any more.
   */
  Optional<StateProof> prove(BlockRef at, LedgerQuery query);

  /** Whether a quorum of endpoints has this block at its height. */
  Standing standing(BlockRef block);

  /** Where a block stands. */
  enum Standing {
    /** A quorum has it. */
    CANONICAL,
    /** A quorum has another one at its height. */
    OTHER,
    /** There is no quorum for either. */
    UNKNOWN
  }
}
