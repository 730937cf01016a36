package org.chartseal.services.ledger;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What became of a submission. */
public sealed interface SubmitOutcome {

  /** A node took it; {@link Relay#receipt} says when it is mined. */
  record Submitted(Hash32 transaction) implements SubmitOutcome {}

  /**
   * The contract would refuse it, for the named reason. Sending it again changes nothing unless its
   * reason goes away.
   */
  record Rejected(Fault fault) implements SubmitOutcome {}

  /** No endpoint took it. Sending it again later is right. */
  record Unavailable(Fault fault) implements SubmitOutcome {}
}
