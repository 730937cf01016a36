package org.chartseal.services.outbox;

import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.Submission;
import org.chartseal.services.seal.Fault;

/**
 * Knows one kind of act: how to send it, and how to read from the chain whether it has happened.
 */
public interface ActHandler {

  /** The kind that it knows. */
  ActKind kind();

  /** Reads at this block, with proof, whether the act has happened. */
  Standing standing(BlockRef at, byte[] payload);

  /** The transaction. Sending it twice must have the effect of once. */
  Submission submission(byte[] payload);

  /** What the chain says about an act. */
  sealed interface Standing {
    /** It has not happened. */
    record NotYet() implements Standing {}

    /** It has. */
    record Done() implements Standing {}

    /** It can never happen: something else has, in its place. */
    record Overtaken(Fault fault) implements Standing {}

    /** The chain cannot be read now. */
    record Unknown(Fault fault) implements Standing {}
  }
}
