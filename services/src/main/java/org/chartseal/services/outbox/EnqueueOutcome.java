package org.chartseal.services.outbox;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What became of a request to queue. */
public sealed interface EnqueueOutcome {

  /**
   * All of it is held durably.
   *
   * @param entries in the order of the requests
   * @param retractions in the order given
   */
  record Accepted(List<Queued.QueuedEntry> entries, List<Queued.QueuedRetraction> retractions)
      implements EnqueueOutcome {}

  /** Nothing of it is held. */
  record Refused(Fault fault) implements EnqueueOutcome {}
}
