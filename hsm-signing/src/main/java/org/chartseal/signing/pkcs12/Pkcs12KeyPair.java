package org.chartseal.signing.pkcs12;

import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.PrivateKey;
import java.security.SecureRandom;
import java.security.Signature;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECGenParameterSpec;
import org.chartseal.signing.Digest;
import org.chartseal.signing.P256PublicKey;

/** A key pair in software. */
record Pkcs12KeyPair(PrivateKey privateKey, P256PublicKey publicKey) {

  static Pkcs12KeyPair generate() {
    try {
      KeyPairGenerator generator =
          KeyPairGenerator.getInstance("EC", Pkcs12Device.softwareProvider());
      generator.initialize(new ECGenParameterSpec("secp256r1"));
      KeyPair pair = generator.generateKeyPair();
      return new Pkcs12KeyPair(pair.getPrivate(), P256PublicKey.of((ECPublicKey) pair.getPublic()));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot generate a P-256 key.", e);
    }
  }

  /**
   * Whether what the private key signs verifies under the public one; the signature is thrown away.
   */
  static boolean belongTogether(PrivateKey privateKey, P256PublicKey publicKey) {
    byte[] challenge = new byte[Digest.LENGTH];
    new SecureRandom().nextBytes(challenge);
    try {
      Signature ecdsa = Signature.getInstance("NONEwithECDSA", Pkcs12Device.softwareProvider());
      ecdsa.initSign(privateKey);
      ecdsa.update(challenge);
      byte[] signature = ecdsa.sign();
      ecdsa.initVerify(publicKey.toJca());
      ecdsa.update(challenge);
      return ecdsa.verify(signature);
    } catch (GeneralSecurityException notAnEcKey) {
      return false;
    }
  }

  /** Leaves the private key out. */
  @Override
  public String toString() {
    return "Pkcs12KeyPair[" + publicKey + "]";
  }
}
