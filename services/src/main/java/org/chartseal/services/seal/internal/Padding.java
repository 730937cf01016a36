package org.chartseal.services.seal.internal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;

/**
 * {@code length u32 ‖ bytes ‖ zeros} to the Padmé length (§3; Nikitin et al., Reducing Metadata
 * Leakage from Encrypted Files, PoPETs 2019).
 */
public final class Padding {

  private static final int LEAST = 256;
  private static final int HEAD = 4;

  private Padding() {}

  /** The Padmé length of {@code length}: leaks O(log log length) bits and adds at most 12 %. */
  public static int padme(int length) {
    int exponent = 31 - Integer.numberOfLeadingZeros(length);
    int significant = 32 - Integer.numberOfLeadingZeros(exponent);
    int mask = (1 << (exponent - significant)) - 1;
    return (length + mask) & ~mask;
  }

  /**
   * The length that so many bytes have when padded.
   *
   * @param most the longest that may come out
   * @throws IllegalArgumentException if the bytes alone are longer than that
   */
  public static int paddedLength(int length, int most) {
    if (length > most - HEAD) {
      throw new IllegalArgumentException("too long for a block");
    }
    return Math.min(Math.max(LEAST, padme(HEAD + length)), most);
  }

  /** Pads. */
  public static byte[] pad(byte[] bytes, int offset, int length, int most) {
    ByteBuffer padded = ByteBuffer.allocate(paddedLength(length, most));
    return padded.putInt(length).put(bytes, offset, length).array();
  }

  /** The bytes without their padding, or nothing when it is not exactly what {@link #pad} makes. */
  public static Optional<byte[]> unpad(byte[] padded, int most) {
    if (padded.length < LEAST) {
      return Optional.empty();
    }
    int length = ByteBuffer.wrap(padded).getInt();
    if (length < 0
        || length > padded.length - HEAD
        || paddedLength(length, most) != padded.length) {
      return Optional.empty();
    }
    int rest = 0;
    for (int i = HEAD + length; i < padded.length; i++) {
      rest |= padded[i];
    }
    return rest == 0
        ? Optional.of(Arrays.copyOfRange(padded, HEAD, HEAD + length))
        : Optional.empty();
  }
}
