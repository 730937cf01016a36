package org.chartseal.services.seal;

import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** A statement with its signature, which somebody has yet to verify. */
public record SignedStatement(Statement statement, P256PublicKey key, Signature signature) {

  /** Whether the key signed the statement. */
  public boolean verify(SignatureVerifier verifier) {
    return verifier.verify(key, statement.bytes(), signature);
  }
}
