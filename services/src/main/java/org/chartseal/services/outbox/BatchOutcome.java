package org.chartseal.services.outbox;

import java.util.List;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Statement;

/** A statement to be signed over jobs, or why there is none. */
public sealed interface BatchOutcome {

  /**
   * What the card is to sign.
   *
   * @param jobs in the order of the statement's leaves
   */
  record Prepared(Statement statement, List<JobId> jobs) implements BatchOutcome {}

  /** They cannot be signed together. */
  record Refused(Fault fault) implements BatchOutcome {}
}
