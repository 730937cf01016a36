package org.chartseal.services.seal;

import org.chartseal.signing.P256PublicKey;

/**
 * {@code keccak256(x ‖ y)} of a P-256 signing key: how the contract names an author (protocol §1).
 */
public record KeyId(Hash32 value) {

  /** Stands in the word of a patient's entry, whose author is the slot itself. */
  public static final KeyId PATIENT = new KeyId(Hash32.ZERO);

  /** The id of a signing key. */
  public static KeyId of(P256PublicKey key) {
    return new KeyId(Digests.keccak256(key.bytes()));
  }

  @Override
  public String toString() {
    return value.hex();
  }
}
