package org.chartseal.views.kit.sending;

import java.util.Optional;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Fault;

/**
 * How far something that was signed is.
 *
 * @param state of that part of it which is least far
 * @param fault why it cannot go on as it was signed
 */
public record Sent(JobState state, Optional<Fault> fault) {

  /** Whether it was not done, and is to be sent again. */
  public boolean hasFailed() {
    return state == JobState.FAILED;
  }

  /** Whether it is in effect. */
  public boolean isFinal() {
    return state == JobState.FINAL;
  }
}
