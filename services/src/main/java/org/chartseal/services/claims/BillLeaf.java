package org.chartseal.services.claims;

import java.nio.ByteBuffer;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/**
 * What a hospital states about one line (protocol §8.3): {@code nullifier(32) ‖ claim(32) ‖ payer
 * u64 ‖ amount u128}.
 *
 * @param cents what it bills
 */
public record BillLeaf(Hash32 nullifier, Hash32 claim, OrganisationId payer, long cents) {

  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 32 + 32 + 8 + 16;

  /**
   * @throws IllegalArgumentException if the amount is negative
   */
  public BillLeaf {
    if (cents < 0) {
      throw new IllegalArgumentException("no negative amount is billed");
    }
  }

  /** The leaf of a claim's line. */
  public static BillLeaf of(ClaimFile claim, ServiceLine line) {
    return new BillLeaf(line.nullifier(), claim.claim(), claim.insurer(), line.billed().cents());
  }

  /** The leaf's data. */
  public byte[] bytes() {
    return ByteBuffer.allocate(LENGTH)
        .put(nullifier.bytes())
        .put(claim.bytes())
        .putLong(payer.number())
        .putLong(0)
        .putLong(cents)
        .array();
  }

  /**
   * Reads a leaf's data.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static BillLeaf parse(byte[] bytes) {
    if (bytes.length != LENGTH) {
      throw new IllegalArgumentException("a bill's leaf has " + LENGTH + " bytes");
    }
    ByteBuffer in = ByteBuffer.wrap(bytes);
    byte[] nullifier = new byte[32];
    byte[] claim = new byte[32];
    in.get(nullifier).get(claim);
    OrganisationId payer = new OrganisationId(in.getLong());
    if (in.getLong() != 0) {
      throw new IllegalArgumentException("the amount is beyond 2^63 cents");
    }
    return new BillLeaf(Hash32.of(nullifier), Hash32.of(claim), payer, in.getLong());
  }
}
