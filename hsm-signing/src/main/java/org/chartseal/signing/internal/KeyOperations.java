package org.chartseal.signing.internal;

import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Provider;
import java.util.Arrays;
import javax.crypto.KeyAgreement;
import org.chartseal.signing.Digest;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SharedSecret;
import org.chartseal.signing.Signature;

/**
 * ECDSA and ECDH with the private keys of one JCA provider, named explicitly: which provider
 * answers must not depend on what else is registered.
 */
public record KeyOperations(Provider provider) {

  /** Signs a digest as it is, without hashing it again. */
  public Signature sign(PrivateKey key, Digest digest) throws GeneralSecurityException {
    var ecdsa = java.security.Signature.getInstance("NONEwithECDSAinP1363Format", provider);
    ecdsa.initSign(key);
    ecdsa.update(digest.bytes());
    return Signature.of(ecdsa.sign());
  }

  /** Agrees with a point that {@link P256PublicKey} has checked. */
  public SharedSecret agree(PrivateKey key, P256PublicKey peer) throws GeneralSecurityException {
    KeyAgreement ecdh = KeyAgreement.getInstance("ECDH", provider);
    ecdh.init(key);
    ecdh.doPhase(peer.toJca(), true);
    byte[] x = ecdh.generateSecret();
    try {
      return SharedSecret.copyOf(x);
    } finally {
      Arrays.fill(x, (byte) 0);
    }
  }
}
