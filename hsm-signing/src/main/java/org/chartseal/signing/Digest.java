package org.chartseal.signing;

import java.util.Arrays;
import java.util.HexFormat;

/** A SHA-256 digest, 32 bytes: what a device signs. */
public final class Digest {
  /** Length of {@link #bytes()}. */
  public static final int LENGTH = 32;

  private final byte[] value;

  private Digest(byte[] value) {
    this.value = value;
  }

  /**
   * Takes a copy of a digest.
   *
   * @throws IllegalArgumentException if it is not 32 bytes long
   */
  public static Digest of(byte[] value) {
    if (value.length != LENGTH) {
      throw new IllegalArgumentException(
          "A SHA-256 digest is 32 bytes long, not " + value.length + ".");
    }
    return new Digest(value.clone());
  }

  /** A copy of the digest. */
  public byte[] bytes() {
    return value.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Digest digest && Arrays.equals(value, digest.value);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(value);
  }

  /**
   * The first four bytes in hexadecimal; a digest of something short could be guessed from all of
   * them.
   */
  @Override
  public String toString() {
    return "Digest[" + HexFormat.of().formatHex(value, 0, 4) + "…]";
  }
}
