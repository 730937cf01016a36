package org.chartseal.services.seal;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * Thirty-two bytes that never change: a digest, an identifier, a storage word.
 *
 * <p>Compared by content, ordered as an unsigned big-endian number.
 */
public final class Hash32 implements Comparable<Hash32> {

  /** All bits zero. */
  public static final Hash32 ZERO = new Hash32(new byte[32]);

  private final byte[] bytes;

  private Hash32(byte[] bytes) {
    this.bytes = bytes;
  }

  /**
   * The value with these bytes.
   *
   * @param bytes exactly 32 bytes, copied
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Hash32 of(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("32 bytes expected, not " + bytes.length);
    }
    return new Hash32(bytes.clone());
  }

  /**
   * The value with these digits.
   *
   * @param hex 64 hexadecimal digits, with or without {@code 0x}
   * @throws IllegalArgumentException if it is anything else
   */
  public static Hash32 ofHex(String hex) {
    return of(HexFormat.of().parseHex(hex.startsWith("0x") ? hex.substring(2) : hex));
  }

  /** Takes the array itself: the caller gives it up. */
  static Hash32 owning(byte[] bytes) {
    if (bytes.length != 32) {
      throw new IllegalArgumentException("32 bytes expected, not " + bytes.length);
    }
    return new Hash32(bytes);
  }

  /** The 32 bytes that begin at an offset. */
  static Hash32 at(byte[] source, int offset) {
    return new Hash32(Arrays.copyOfRange(source, offset, offset + 32));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    return bytes.clone();
  }

  void copyTo(byte[] target, int offset) {
    System.arraycopy(bytes, 0, target, offset, 32);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes);
  }

  @Override
  public int compareTo(Hash32 other) {
    return Arrays.compareUnsigned(bytes, other.bytes);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash32 hash && Arrays.equals(bytes, hash.bytes);
  }

  @Override
  public int hashCode() {
    // The content is a digest or close to one: four of its bytes are spread well enough.
    return (bytes[28] << 24)
        | ((bytes[29] & 0xff) << 16)
        | ((bytes[30] & 0xff) << 8)
        | (bytes[31] & 0xff);
  }

  @Override
  public String toString() {
    return hex();
  }
}
