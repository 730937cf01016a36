package org.chartseal.services.claims;

import java.nio.ByteBuffer;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * What an insurer states that it pays for one line (protocol §8.3): {@code nullifier(32) ‖
 * claim(32) ‖ payee u64 ‖ amount u128 ‖ patientShare u128}.
 */
public record SettleLeaf(
    Hash32 nullifier, Hash32 claim, OrganisationId payee, long cents, long patientCents) {

  private static final int LENGTH = 32 + 32 + 8 + 16 + 16;

  /**
   * @throws IllegalArgumentException if an amount is negative
   */
  public SettleLeaf {
    if (cents < 0 || patientCents < 0) {
      throw new IllegalArgumentException("no negative amount is paid");
    }
  }

  /** The leaf's data. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .put(nullifier.bytes())
        .put(claim.bytes())
        .putLong(payee.number())
        .putLong(0)
        .putLong(cents)
        .putLong(0)
        .putLong(patientCents)
        .array();
  }
}
