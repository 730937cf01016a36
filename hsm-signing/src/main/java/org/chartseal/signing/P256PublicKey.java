package org.chartseal.signing;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;
import java.util.HexFormat;

/**
 * A P-256 public key: affine coordinates {@code x(32) ‖ y(32)}, big-endian, on the curve.
 *
 * <p>There is no instance off the curve or at infinity: the factories check (SEC 1 §3.2.2.1), so
 * whoever holds one may agree with it. Equality is equality of the point.
 */
public final class P256PublicKey {
  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 2 * P256.FIELD_BYTES;

  private final byte[] encoded;

  private P256PublicKey(byte[] encoded) {
    this.encoded = encoded;
  }

  /**
   * Reads {@code x ‖ y}.
   *
   * @throws IllegalArgumentException if it is not 64 bytes long or the point is not on P-256
   */
  public static P256PublicKey of(byte[] xy) {
    if (xy.length != LENGTH) {
      throw new IllegalArgumentException(
          "A P-256 public key is 64 bytes long, not " + xy.length + ".");
    }
    return checked(P256.integer(xy, 0), P256.integer(xy, P256.FIELD_BYTES));
  }

  /**
   * Takes the point of a JCA key.
   *
   * @throws IllegalArgumentException if the key is of another curve, at infinity or off the curve
   */
  public static P256PublicKey of(ECPublicKey key) {
    if (!P256.isSameCurve(key.getParams())) {
      throw new IllegalArgumentException("The public key is of another curve than P-256.");
    }
    ECPoint point = key.getW();
    if (point.equals(ECPoint.POINT_INFINITY)) {
      throw new IllegalArgumentException("The point at infinity is no public key.");
    }
    return checked(point.getAffineX(), point.getAffineY());
  }

  private static P256PublicKey checked(BigInteger x, BigInteger y) {
    if (!P256.isOnCurve(x, y)) {
      throw new IllegalArgumentException("The point is not on the curve P-256.");
    }
    byte[] encoded = new byte[LENGTH];
    P256.put(x, encoded, 0);
    P256.put(y, encoded, P256.FIELD_BYTES);
    return new P256PublicKey(encoded);
  }

  /** This key for use with JCA providers. */
  public ECPublicKey toJca() {
    ECPoint point = new ECPoint(P256.integer(encoded, 0), P256.integer(encoded, P256.FIELD_BYTES));
    try {
      return (ECPublicKey)
          KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(point, P256.PARAMETERS));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("This Java runtime cannot make a P-256 public key.", e);
    }
  }

  /** A copy of {@code x ‖ y}. */
  public byte[] bytes() {
    return encoded.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof P256PublicKey key && Arrays.equals(encoded, key.encoded);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(encoded);
  }

  /** The first four bytes in hexadecimal: enough to tell keys apart in a log. */
  @Override
  public String toString() {
    return "P256PublicKey[" + HexFormat.of().formatHex(encoded, 0, 4) + "…]";
  }
}
