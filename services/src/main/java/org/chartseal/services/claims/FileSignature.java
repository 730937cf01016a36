package org.chartseal.services.claims;

import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.SignatureVerifier;
import org.chartseal.services.seal.StatementType;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** The signature of a rule pack, a decision or a ruling. Whose the key is, the registry says. */
public record FileSignature(FileStatement statement, P256PublicKey key, Signature signature) {

  /** Whether the key signed this file as this type. */
  public boolean verify(SignatureVerifier verifier, StatementType type, byte[] file) {
    return statement.type() == type
        && statement.digest().equals(Digests.sha256(file))
        && verifier.verify(key, statement.bytes(), signature);
  }
}
