package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.Decision;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What became of one claim that was to be decided. */
public sealed interface DecideResult {

  /** Which claim. */
  Hash32 claim();

  /**
   * It is decided, and the outbox holds the decision.
   *
   * @param told whether the patient gets an explanation; not when the claim names somebody else's
   *     member id, or nobody's
   */
  record Decided(Hash32 claim, Decision decision, boolean told) implements DecideResult {}

  /** It is not decided, and waits as before. */
  record Refused(Hash32 claim, Fault fault) implements DecideResult {}

  /** It was not looked at, because it was asked to stop. */
  record NotReached(Hash32 claim) implements DecideResult {}
}
