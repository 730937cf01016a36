package org.chartseal.services.blocks;

import java.util.Arrays;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * The content identifier of a block: CIDv1, codec {@code raw}, multihash sha2-256 (protocol §3),
 * the only kind there is here.
 *
 * @param digest SHA-256 of the block
 */
public record Cid(Hash32 digest) {

  /** Length of {@link #text()}: the multibase letter and 36 bytes in base32. */
  public static final int TEXT_LENGTH = 59;

  private static final String ALPHABET = "abcdefghijklmnopqrstuvwxyz234567";
  // Version 1, codec raw, hash sha2-256, 32 bytes of it (multiformats table).
  private static final byte[] PREFIX = {0x01, 0x55, 0x12, 0x20};
  private static final int BINARY_LENGTH = 36;
  private static final int BITS = 5;

  /** The identifier of these bytes. */
  public static Cid of(byte[] block) {
    return new Cid(Digests.sha256(block));
  }

  /**
   * Reads the one text form that {@link #text()} writes: another base, version, codec or hash,
   * upper case and stray bits are refused, so that a block has one name.
   *
   * @throws IllegalArgumentException if it is anything else; the message does not repeat the text
   */
  public static Cid parse(String text) {
    if (text.length() != TEXT_LENGTH || text.charAt(0) != 'b') {
      throw new IllegalArgumentException("not a CIDv1 in lower-case base32 of a SHA-256 digest");
    }
    byte[] binary = decode(text);
    if (!Arrays.equals(binary, 0, PREFIX.length, PREFIX, 0, PREFIX.length)) {
      throw new IllegalArgumentException("not the CID of a raw block under SHA-256");
    }
    return new Cid(Hash32.of(Arrays.copyOfRange(binary, PREFIX.length, BINARY_LENGTH)));
  }

  /** The text form: {@code b} and 58 letters and digits in lower case. */
  public String text() {
    byte[] binary = Arrays.copyOf(PREFIX, BINARY_LENGTH);
    System.arraycopy(digest.bytes(), 0, binary, PREFIX.length, BINARY_LENGTH - PREFIX.length);
    StringBuilder text = new StringBuilder(TEXT_LENGTH).append('b');
    int buffer = 0;
    int held = 0;
    for (byte b : binary) {
      buffer = (buffer << Byte.SIZE) | (b & 0xff);
      held += Byte.SIZE;
      while (held >= BITS) {
        held -= BITS;
        text.append(ALPHABET.charAt((buffer >> held) & 31));
      }
      buffer &= (1 << held) - 1;
    }
    return text.append(ALPHABET.charAt((buffer << (BITS - held)) & 31)).toString();
  }

  private static byte[] decode(String text) {
    byte[] binary = new byte[BINARY_LENGTH];
    int buffer = 0;
    int held = 0;
    int filled = 0;
    for (int i = 1; i < text.length(); i++) {
      int value = ALPHABET.indexOf(text.charAt(i));
      if (value < 0) {
        throw new IllegalArgumentException("not lower-case base32");
      }
      buffer = (buffer << BITS) | value;
      held += BITS;
      if (held >= Byte.SIZE) {
        held -= Byte.SIZE;
        binary[filled++] = (byte) (buffer >> held);
        buffer &= (1 << held) - 1;
      }
    }
    if (buffer != 0) {
      throw new IllegalArgumentException("bits are left over after the digest");
    }
    return binary;
  }

  @Override
  public String toString() {
    return text();
  }
}
