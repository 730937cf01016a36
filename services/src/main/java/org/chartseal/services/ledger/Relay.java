package org.chartseal.services.ledger;

import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;

/**
 * Sends transactions and pays for them. It has no authority over what they say.
 *
 * <p>Safe for several threads, and for several processes that share the relayer's account on one
 * machine.
 */
public interface Relay {

  /**
   * Tries the submission against the newest state and, if the contract would accept it, sends it:
   * the same signed transaction to every endpoint that is asked.
   */
  SubmitOutcome submit(Submission submission);

  /** Looks a transaction up. */
  ReceiptOutcome receipt(Hash32 transaction);

  /** The nonce that a key's next {@link ActionStatement} carries in a contract. */
  NonceOutcome nextNonce(Deployment contract, KeyId key);

  /** The account that pays, and that holds the tokens of deposits. */
  Address account();
}
