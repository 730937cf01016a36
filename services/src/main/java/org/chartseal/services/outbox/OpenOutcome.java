package org.chartseal.services.outbox;

import org.chartseal.services.seal.Fault;

/** What became of opening an outbox. */
public sealed interface OpenOutcome {

  /** It is open. */
  record Opened(Outbox outbox) implements OpenOutcome {}

  /** It is of a newer version, another network's, or damaged. Its file was not touched. */
  record Refused(Fault fault) implements OpenOutcome {}
}
