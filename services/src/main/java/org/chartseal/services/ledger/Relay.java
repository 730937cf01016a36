package org.chartseal.services.ledger;

import org.chartseal.services.seal.Hash32;

/**
 * Sends transactions and pays for them. It has no authority over what they say.
 *
 * <p>Safe for several threads, and for several processes that share the relayer's account on one machine.
 */
public interface Relay {

  /** Tries the submission against the newest state and, if the contract would accept it, sends it. */
  SubmitOutcome submit(Submission submission);

  /** Looks a transaction up. */
  ReceiptOutcome receipt(Hash32 transaction);
}
