package org.chartseal.services.identity;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.Signature;

/**
 * The patient's answer at a first visit.
 *
 * @param confirmation shows that the agreement key was used
 * @param signature shows that the signing key was used; over both nonce and confirmation
 */
public record VisitAnswer(Hash32 confirmation, Signature signature) {

  /** What came of answering. */
  public sealed interface Outcome {
    /** The patient confirmed with the PIN. */
    record Answered(VisitAnswer answer) implements Outcome {}

    /** The device did not answer. */
    record Refused(Fault fault) implements Outcome {}
  }
}
