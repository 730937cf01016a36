package org.chartseal.services.identity;

import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.SlotPoint;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * What a patient's device hands to an issuer.
 *
 * @param person who the card is for, as the issuer verified it
 * @param nonce the issuer's challenge
 * @param possession the signing key's answer to it, over all keys
 * @param confirmation the agreement key's answer to it (protocol §1.3)
 */
public record CardApplication(
    PatientDetails person,
    P256PublicKey signingKey,
    P256PublicKey agreementKey,
    SlotPoint slotPoint,
    Hash32 nonce,
    Signature possession,
    Hash32 confirmation) {

  /** What came of applying. */
  public sealed interface Outcome {
    /** The device answered the challenge. */
    record Made(CardApplication application) implements Outcome {}

    /** The device did not. */
    record Refused(org.chartseal.services.seal.Fault fault) implements Outcome {}
  }
}
