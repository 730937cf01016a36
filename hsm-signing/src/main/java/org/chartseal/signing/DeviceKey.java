package org.chartseal.signing;

import java.security.cert.X509Certificate;
import java.util.List;

/**
 * A key on a device, as its certificate shows it. A handle: the private part stays where it is.
 *
 * @param alias the key's name on its device; means nothing elsewhere
 * @param purpose what the key is for
 * @param publicKey the public part
 * @param chain the certificates, the key's own first; at least that one
 * @param index counts the keys of one purpose from 0, the oldest first; old agreement keys stay for
 *     reading
 */
public record DeviceKey(
    String alias,
    KeyPurpose purpose,
    P256PublicKey publicKey,
    List<X509Certificate> chain,
    int index) {
  /**
   * @throws IllegalArgumentException if the chain is empty or the index negative
   */
  public DeviceKey {
    chain = List.copyOf(chain);
    if (chain.isEmpty()) {
      throw new IllegalArgumentException("A device key has a certificate.");
    }
    if (index < 0) {
      throw new IllegalArgumentException("A key index is not negative.");
    }
  }

  /** The certificate of the key itself. */
  public X509Certificate certificate() {
    return chain.getFirst();
  }

  /** Leaves the certificates out: they name people, and this may end in a log. */
  @Override
  public String toString() {
    return "DeviceKey[" + alias + ", " + purpose + " " + index + ", " + publicKey + "]";
  }
}
