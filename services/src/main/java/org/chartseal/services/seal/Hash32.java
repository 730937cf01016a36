package org.chartseal.services.seal;

import java.nio.ByteBuffer;
import java.util.HexFormat;

/**
 * Thirty-two bytes that never change: a digest, an identifier, a storage word.
 *
 * <p>Compared by content, ordered as an unsigned big-endian number.
 */
public final class Hash32 implements Comparable<Hash32> {

  /** All bits zero. */
  public static final Hash32 ZERO = of(new byte[32]);

  // In four words rather than in an array: a record that is open holds some hundred thousand.
  private final long first;
  private final long second;
  private final long third;
  private final long fourth;

  private Hash32(ByteBuffer bytes) {
    first = bytes.getLong();
    second = bytes.getLong();
    third = bytes.getLong();
    fourth = bytes.getLong();
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
    return new Hash32(ByteBuffer.wrap(bytes));
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

  /** The 32 bytes that begin at an offset. */
  static Hash32 at(byte[] source, int offset) {
    return new Hash32(ByteBuffer.wrap(source, offset, 32));
  }

  /** A copy of the bytes. */
  public byte[] bytes() {
    byte[] bytes = new byte[32];
    copyTo(bytes, 0);
    return bytes;
  }

  void copyTo(byte[] target, int offset) {
    ByteBuffer.wrap(target, offset, 32)
        .putLong(first)
        .putLong(second)
        .putLong(third)
        .putLong(fourth);
  }

  /** 64 lower-case hexadecimal digits. */
  public String hex() {
    return HexFormat.of().formatHex(bytes());
  }

  @Override
  public int compareTo(Hash32 other) {
    int order = Long.compareUnsigned(first, other.first);
    order = order != 0 ? order : Long.compareUnsigned(second, other.second);
    order = order != 0 ? order : Long.compareUnsigned(third, other.third);
    return order != 0 ? order : Long.compareUnsigned(fourth, other.fourth);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Hash32 hash
        && first == hash.first
        && second == hash.second
        && third == hash.third
        && fourth == hash.fourth;
  }

  @Override
  public int hashCode() {
    // The content is a digest or close to one: four of its bytes are spread well enough.
    return (int) fourth;
  }

  @Override
  public String toString() {
    return hex();
  }
}
