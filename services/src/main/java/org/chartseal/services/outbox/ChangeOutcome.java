package org.chartseal.services.outbox;

import org.chartseal.services.seal.Fault;

/** What became of a change to jobs that the outbox holds. */
public sealed interface ChangeOutcome {

  /** It is done, durably. */
  record Done() implements ChangeOutcome {}

  /** Nothing was changed. */
  record Refused(Fault fault) implements ChangeOutcome {}
}
