package org.chartseal.services.ledger;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** What became of a submission. */
public sealed interface SubmitOutcome {

  /** A node took it; {@link Relay#receipt} says when it is mined. */
  record Submitted(Hash32 transaction) implements SubmitOutcome {}

  /**
   * An endpoint may have taken it, and none says so. It is this transaction or none: {@link
   * Relay#receipt} says which, in time. Whoever must not send twice looks there before sending
   * again.
   */
  record Unknown(Hash32 transaction, Fault fault) implements SubmitOutcome {}

  /**
   * The contract would refuse it, for the named reason. Sending it again changes nothing unless its
   * reason goes away.
   */
  record Rejected(Fault fault) implements SubmitOutcome {}

  /** No endpoint took it, none can have. Sending it again later is right. */
  record Unavailable(Fault fault) implements SubmitOutcome {}
}
