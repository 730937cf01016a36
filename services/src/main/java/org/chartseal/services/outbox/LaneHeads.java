package org.chartseal.services.outbox;

import org.chartseal.services.seal.Fault;

/** Finds out, with proofs, how far a lane is on chain. */
@FunctionalInterface
public interface LaneHeads {

  /**
   * The first empty index of the lane and the digests before it. May take the time of a few network
   * calls.
   */
  Outcome head(LaneKey lane);

  /** What was found out. */
  sealed interface Outcome {
    /** Proven up to here. */
    record Proven(LaneHead head) implements Outcome {}

    /** It could not be proven now. */
    record Unknown(Fault fault) implements Outcome {}
  }
}
