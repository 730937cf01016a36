package org.chartseal.signing;

import java.math.BigInteger;

/**
 * An ECDSA signature on P-256 as {@code r(32) ‖ s(32)} (IEEE P1363, RFC 7518 §3.4), always with
 * {@code s ≤ n/2}.
 *
 * <p>Devices may answer with either {@code s} or {@code n − s}; both verify. The factory takes the
 * lower one, because the contract and the readers refuse the other. A signature is never an
 * identity, so there is no equality of values.
 */
public final class Signature {
  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 2 * P256.FIELD_BYTES;

  private static final BigInteger HALF_ORDER = P256.ORDER.shiftRight(1);

  private final byte[] value;

  private Signature(byte[] value) {
    this.value = value;
  }

  /**
   * Takes {@code r ‖ s} and lowers {@code s}.
   *
   * @throws IllegalArgumentException if it is not 64 bytes long, or r or s is not in 1 … n−1
   */
  public static Signature of(byte[] rs) {
    if (rs.length != LENGTH) {
      throw new IllegalArgumentException(
          "A P-256 signature is 64 bytes long, not " + rs.length + ".");
    }
    BigInteger r = P256.integer(rs, 0);
    BigInteger s = P256.integer(rs, P256.FIELD_BYTES);
    if (!isScalar(r) || !isScalar(s)) {
      throw new IllegalArgumentException("r or s of the signature is out of range.");
    }
    byte[] value = rs.clone();
    if (s.compareTo(HALF_ORDER) > 0) {
      P256.put(P256.ORDER.subtract(s), value, P256.FIELD_BYTES);
    }
    return new Signature(value);
  }

  private static boolean isScalar(BigInteger value) {
    return value.signum() > 0 && value.compareTo(P256.ORDER) < 0;
  }

  /** A copy of {@code r ‖ s}. */
  public byte[] bytes() {
    return value.clone();
  }

  @Override
  public String toString() {
    return "Signature[P-256]";
  }
}
