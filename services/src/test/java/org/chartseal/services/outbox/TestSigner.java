package org.chartseal.services.outbox;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.chartseal.services.seal.SignedStatement;
import org.chartseal.services.seal.SigningInput;
import org.chartseal.services.seal.Statement;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Signature;

/** A signing key in memory. */
final class TestSigner {

  private final KeyPair pair;

  TestSigner() {
    try {
      KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      this.pair = generator.generateKeyPair();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  P256PublicKey key() {
    return P256PublicKey.of((ECPublicKey) pair.getPublic());
  }

  SignedStatement sign(Statement statement) {
    return new SignedStatement(statement, key(), sign(statement.bytes()));
  }

  Signature sign(byte[] payload) {
    try {
      var signer = java.security.Signature.getInstance("NONEwithECDSAinP1363Format");
      signer.initSign(pair.getPrivate());
      signer.update(SigningInput.digest(payload).bytes());
      return Signature.of(signer.sign());
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }
}
