package org.chartseal.services.claims;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What is to happen with one decided claim. */
public sealed interface PlanOutcome {

  /** The claim that this is about. */
  Hash32 claim();

  /** It is to be paid. */
  record Pay(Settlement settlement) implements PlanOutcome {
    @Override
    public Hash32 claim() {
      return settlement.claim();
    }
  }

  /** Nothing of it is due: nothing was approved, or all of it was paid. */
  record NothingDue(Hash32 claim) implements PlanOutcome {}

  /** It cannot be paid now, and nothing of it is. */
  record Refused(Hash32 claim, Fault fault) implements PlanOutcome {}
}
