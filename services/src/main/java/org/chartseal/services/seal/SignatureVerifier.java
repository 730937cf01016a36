package org.chartseal.services.seal;

import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** Verifies the signatures of P-256 keys (§1.1). Safe for use by several threads. */
@FunctionalInterface
public interface SignatureVerifier {

  /**
   * Whether {@code key} signed {@code payload} as a JWS with the protocol's header.
   *
   * @param payload with its type in front
   * @param signature with the lower s, as this type always is
   */
  boolean verify(P256PublicKey key, byte[] payload, Signature signature);
}
