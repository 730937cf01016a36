package org.chartseal.services.outbox;

import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.NonceOutcome;
import org.chartseal.services.ledger.ReceiptOutcome;
import org.chartseal.services.ledger.Relay;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.ledger.SubmitOutcome;
import org.chartseal.services.outbox.internal.Checkpoint;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;

/**
 * Ends the process at the step that it is told, before or after an effect. Nothing runs afterwards
 * but roll-back.
 */
final class Crash implements Checkpoint {

  static final class Killed extends Error {
    private static final long serialVersionUID = 1L;
  }

  private int steps;
  private int at = Integer.MAX_VALUE;

  /** After so many more steps. */
  void after(int count) {
    steps = 0;
    at = count;
  }

  void never() {
    at = Integer.MAX_VALUE;
  }

  @Override
  public void reached() {
    if (steps++ >= at) {
      throw new Killed();
    }
  }

  BlockStore around(BlockStore store) {
    return new BlockStore() {
      @Override
      public PutOutcome put(byte[] block) {
        reached();
        PutOutcome outcome = store.put(block);
        reached();
        return outcome;
      }

      @Override
      public GetOutcome get(Cid cid) {
        return store.get(cid);
      }
    };
  }

  Relay around(Relay relay) {
    return new Relay() {
      @Override
      public SubmitOutcome submit(Submission submission) {
        reached();
        SubmitOutcome outcome = relay.submit(submission);
        reached();
        return outcome;
      }

      @Override
      public ReceiptOutcome receipt(Hash32 transaction) {
        return relay.receipt(transaction);
      }

      @Override
      public NonceOutcome nextNonce(Deployment contract, KeyId key) {
        return relay.nextNonce(contract, key);
      }

      @Override
      public Address account() {
        return relay.account();
      }
    };
  }
}
