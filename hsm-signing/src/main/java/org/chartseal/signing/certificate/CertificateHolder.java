package org.chartseal.signing.certificate;

import java.time.Instant;
import javax.security.auth.x500.X500Principal;

/**
 * Whose certificates are made, and for how long they hold.
 *
 * @param subject the holder's distinguished name
 * @param notBefore the first second of validity; fractions are cut off
 * @param notAfter the last second of validity; fractions are cut off
 */
public record CertificateHolder(X500Principal subject, Instant notBefore, Instant notAfter) {
  /**
   * @throws IllegalArgumentException if the validity ends before it begins
   */
  public CertificateHolder {
    if (!notBefore.isBefore(notAfter)) {
      throw new IllegalArgumentException("A certificate's validity ends after it begins.");
    }
  }
}
