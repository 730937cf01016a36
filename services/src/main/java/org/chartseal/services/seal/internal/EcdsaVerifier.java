package org.chartseal.services.seal.internal;

/**
 * Verifies ECDSA on P-256 over a SHA-256 digest (FIPS 186-5 §6.4.2). Safe for use by several
 * threads.
 */
public interface EcdsaVerifier {

  /**
   * Whether the key made the signature.
   *
   * @param key {@code x ‖ y}, on the curve
   * @param digest 32 bytes
   * @param signature {@code r ‖ s}
   */
  boolean verify(byte[] key, byte[] digest, byte[] signature);
}
