package org.chartseal.signing.certificate;

import java.security.cert.X509Certificate;
import java.util.List;
import java.util.function.Function;
import javax.security.auth.x500.X500Principal;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.DeviceSession;
import org.chartseal.signing.Digest;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.SignOutcome;

/**
 * Who signs certificates.
 *
 * @param name the issuer's distinguished name
 * @param key the public part of the key that signs
 * @param chain the issuer's certificates, its own first; empty while it makes its own
 * @param signer signs the SHA-256 digest of a certificate's body
 */
public record CertificateIssuer(
    X500Principal name,
    P256PublicKey key,
    List<X509Certificate> chain,
    Function<Digest, SignOutcome> signer) {
  public CertificateIssuer {
    chain = List.copyOf(chain);
  }

  /** Issues with a signing key of an unlocked device, which stays open and with the caller. */
  public static CertificateIssuer of(DeviceSession session, DeviceKey key) {
    return new CertificateIssuer(
        key.certificate().getSubjectX500Principal(),
        key.publicKey(),
        key.chain(),
        digest -> session.sign(key, digest));
  }
}
