package org.chartseal.services.claims;

import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.StatementType;

/**
 * A ruling with the signature of whoever made it. Whose the key is, the registry says.
 *
 * @param signature over {@code ruling/1} (protocol §1.1)
 */
public record SignedRuling(Ruling ruling, FileSignature signature) {

  /** Whether the key signed this ruling. */
  public boolean verify(SignatureVerifier verifier) {
    return signature.verify(verifier, StatementType.RULING, ruling.bytes());
  }
}
