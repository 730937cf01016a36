package org.chartseal.services.identity;

import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/**
 * A card as its issuer signed it; the signature is over the body's bytes, which are therefore kept.
 *
 * @param card what the body says
 * @param body the CBOR bytes that were signed, copied in and out
 * @param issuerKey the issuer's signing key
 * @param signature over {@code card/1 ‖ body}
 */
@SuppressWarnings("ArrayRecordComponent") // copied in and out, never compared
public record SignedCard(
    PatientCard card, byte[] body, P256PublicKey issuerKey, Signature signature) {

  public SignedCard {
    body = body.clone();
  }

  @Override
  public byte[] body() {
    return body.clone();
  }
}
