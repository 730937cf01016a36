package org.chartseal.signing;

/**
 * What a key is for. A key has one purpose: signing keys agree with nobody, agreement keys sign
 * nothing.
 */
public enum KeyPurpose {
  /**
   * ECDSA over a digest; certificate key usage digitalSignature (RFC 5280 §4.2.1.3), PIV slot 9C.
   */
  SIGN,
  /** ECDH; certificate key usage keyAgreement, PIV slot 9D and the retired slots. */
  AGREE
}
