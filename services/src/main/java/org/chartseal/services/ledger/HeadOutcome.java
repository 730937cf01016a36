package org.chartseal.services.ledger;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** Which block the endpoints agree on. */
public sealed interface HeadOutcome {

  /**
   * A quorum agrees on this block; it is recent, and no lower than any accepted before.
   *
   * @param faults the endpoints that were left out, and why
   */
  record Agreed(BlockRef block, List<EndpointFault> faults) implements HeadOutcome {}

  /**
   * A quorum agrees, but the block is older than the network's limit, or lower than one already
   * accepted, or whether it is cannot be said. What is anchored in it is proven; consent and "not
   * retracted" are unknown.
   */
  record Stale(BlockRef block, Fault reason, List<EndpointFault> faults) implements HeadOutcome {}

  /** No quorum: nothing can be proven now. */
  record NoAgreement(Fault fault, List<EndpointFault> faults) implements HeadOutcome {}
}
