package org.chartseal.services.seal;

/**
 * An ECDSA signature on secp256k1 from which the contract recovers the signer's address.
 *
 * @param v 27 or 28
 * @param s at most half the order
 */
public record RecoverableSignature(int v, Hash32 r, Hash32 s) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if v is another number
   */
  public RecoverableSignature {
    if (v != 27 && v != 28) {
      throw new IllegalArgumentException("v is 27 or 28");
    }
  }
}
