package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;

/**
 * All that a decision is made from, the rule pack apart. It goes into the decision's file, so that
 * anybody can decide again.
 *
 * @param ledger chain and ledger that the evidence was signed for
 * @param settlement chain and settlement contract that the bill was signed for
 * @param observation what was proven about the ledger; a third party who doubts it asks the ledger
 *     about the same block
 * @param coverage of the member, if there is one
 * @param before what the member had paid when the claim came up
 * @param billedBefore nullifiers of this claim's lines that an earlier claim was approved for, and
 *     by which claim
 * @param receivedOn when the insurer received the claim
 */
public record DecisionInputs(
    Deployment ledger,
    Deployment settlement,
    SubmittedClaim claim,
    LedgerObservation observation,
    Optional<Coverage> coverage,
    Accumulators before,
    Map<Hash32, Hash32> billedBefore,
    LocalDate receivedOn) {

  /**
   * @throws IllegalArgumentException if ledger and settlement are on different chains
   */
  public DecisionInputs {
    billedBefore = Map.copyOf(billedBefore);
    if (!ledger.chainId().equals(settlement.chainId())) {
      throw new IllegalArgumentException("ledger and settlement are on one chain");
    }
  }
}
