package org.chartseal.services.seal.cbor;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/**
 * Writes CBOR in the shortest form (RFC 8949 §4.2.1). The caller writes the keys of a map in the
 * order of their encodings, which is: shorter keys first, those of one length by their bytes.
 */
public final class CborWriter {

  private byte[] buffer = new byte[512];
  private int length;

  /** Begins an array of so many items. */
  public CborWriter array(int items) {
    head(CborReader.ARRAY, items);
    return this;
  }

  /** Begins a map of so many entries. */
  public CborWriter map(int entries) {
    head(CborReader.MAP, entries);
    return this;
  }

  /** Writes a key of a map. */
  public CborWriter key(String key) {
    return text(key);
  }

  /** Writes a text as UTF-8. It must hold no lone surrogate. */
  public CborWriter text(String text) {
    byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
    head(CborReader.TEXT, utf8.length);
    return raw(utf8);
  }

  /** Writes a byte string. */
  public CborWriter bytes(byte[] bytes) {
    head(CborReader.BYTES, bytes.length);
    return raw(bytes);
  }

  /**
   * Writes an unsigned integer.
   *
   * @throws IllegalArgumentException if it is negative
   */
  public CborWriter unsigned(long value) {
    if (value < 0) {
      throw new IllegalArgumentException("only unsigned integers below 2^63 are written");
    }
    head(CborReader.UNSIGNED, value);
    return this;
  }

  /** A copy of what was written. */
  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  /** Overwrites with zeros what was written, and begins again. */
  public void wipe() {
    Arrays.fill(buffer, (byte) 0);
    length = 0;
  }

  private void head(int majorType, long argument) {
    ensure(9);
    if (argument < 24) {
      buffer[length++] = (byte) (majorType << 5 | (int) argument);
    } else if (argument < 1L << 8) {
      head(majorType, 24, argument, 1);
    } else if (argument < 1L << 16) {
      head(majorType, 25, argument, 2);
    } else if (argument < 1L << 32) {
      head(majorType, 26, argument, 4);
    } else {
      head(majorType, 27, argument, 8);
    }
  }

  private void head(int majorType, int additional, long argument, int size) {
    buffer[length++] = (byte) (majorType << 5 | additional);
    for (int shift = 8 * (size - 1); shift >= 0; shift -= 8) {
      buffer[length++] = (byte) (argument >>> shift);
    }
  }

  private CborWriter raw(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      byte[] old = buffer;
      buffer = Arrays.copyOf(old, Math.max(2 * old.length, Math.addExact(length, more)));
      Arrays.fill(old, (byte) 0);
    }
  }
}
