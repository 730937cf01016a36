package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.util.Optional;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.Doubt;

/** How far a hospital's claim is. */
public sealed interface ClaimState {

  /** It waits for its signature. */
  record Draft() implements ClaimState {}

  /** It is signed and on its way. */
  record Sent(JobState state) implements ClaimState {}

  /**
   * It is on the chain, and the insurer has not decided.
   *
   * @param doubt why it could not be verified now, if so
   */
  record Final(Instant at, Optional<Doubt> doubt) implements ClaimState {}

  /**
   * The insurer decided it.
   *
   * @param doubt why the decision could not be verified, if so: it must not be relied on then
   */
  record Decided(Decision decision, DecisionFile file, Instant at, Optional<Doubt> doubt)
      implements ClaimState {}

  /**
   * The insurer paid, as the settlement contract proves.
   *
   * @param payment how much, and by which transactions
   */
  record Paid(Decision decision, DecisionFile file, ClaimPayment payment) implements ClaimState {}
}
