package org.chartseal.services.ledger;

import org.chartseal.services.seal.Fault;

/** Which nonce a key signs next. */
public sealed interface NonceOutcome {

  /** An endpoint's word; a wrong one only has the action refused. */
  record Next(long nonce) implements NonceOutcome {}

  /** No endpoint could be asked. */
  record Unavailable(Fault fault) implements NonceOutcome {}
}
