package org.chartseal.services.claims;

import org.chartseal.services.claims.ReplayOutcome.LedgerBasis;
import org.chartseal.services.ledger.BlockWitness;
import org.chartseal.services.ledger.LedgerNetwork;

/** Asks a network about the block on which a replayed decision rests. */
public final class ReplayedLedger {

  private final LedgerNetwork network;
  private final BlockWitness witness;

  public ReplayedLedger(LedgerNetwork network, BlockWitness witness) {
    this.network = network;
    this.witness = witness;
  }

  /** What this network says of a decision's block. */
  public enum Standing {
    /** A quorum has it. */
    CANONICAL(true),
    /** A quorum has another one at its height. */
    OTHER_BLOCK(false),
    /** What is proven is another contract's than this network's. */
    OTHER_CONTRACT(false),
    /** The decision is of another network, which was not asked. */
    OTHER_NETWORK(true),
    /** It could not say. */
    UNKNOWN(true);

    private final boolean good;

    Standing(boolean good) {
      this.good = good;
    }

    /** Whether nothing speaks against the decision. */
    public boolean isGood() {
      return good;
    }
  }

  /**
   * Asks, with deadlines.
   *
   * @param basis what the decision's file shows for itself
   */
  public Standing standing(Decision decision, LedgerBasis basis) {
    if (!network.deployment().equals(decision.inputs().ledger())) {
      return Standing.OTHER_NETWORK;
    }
    if (basis instanceof LedgerBasis.Proven(var codeHash)
        && !codeHash.equals(network.ledger().codeHash())) {
      return Standing.OTHER_CONTRACT;
    }
    return switch (witness.standing(decision.inputs().observation().at())) {
      case CANONICAL -> Standing.CANONICAL;
      case OTHER -> Standing.OTHER_BLOCK;
      case UNKNOWN -> Standing.UNKNOWN;
    };
  }
}
