package org.chartseal.services.seal.internal;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing row of bytes, big-endian, that can be used again. */
public final class ByteSink {

  private byte[] buffer;
  private int length;

  public ByteSink(int capacity) {
    buffer = new byte[Math.max(16, capacity)];
  }

  /** A sink that begins with an ASCII label. */
  public static ByteSink labelled(String label) {
    return new ByteSink(128).put(label.getBytes(StandardCharsets.US_ASCII));
  }

  public ByteSink put(byte[] bytes) {
    ensure(bytes.length);
    System.arraycopy(bytes, 0, buffer, length, bytes.length);
    length += bytes.length;
    return this;
  }

  /**
   * Puts the characters of a text up to the first that JSON does not write as one byte of its own.
   *
   * @return how many that were
   */
  int plainAscii(String text) {
    ensure(text.length());
    byte[] target = buffer;
    int offset = length;
    int count = 0;
    while (count < text.length() && isPlain(text.charAt(count))) {
      target[offset + count] = (byte) text.charAt(count);
      count++;
    }
    length = offset + count;
    return count;
  }

  private static boolean isPlain(char c) {
    return c >= 0x20 && c < 0x80 && c != '"' && c != '\\';
  }

  public ByteSink u8(int value) {
    ensure(1);
    buffer[length++] = (byte) value;
    return this;
  }

  public ByteSink u16(int value) {
    return u8(value >>> 8).u8(value);
  }

  public ByteSink u32(int value) {
    return u16(value >>> 16).u16(value);
  }

  public ByteSink u64(long value) {
    return u32((int) (value >>> 32)).u32((int) value);
  }

  /** An array of the sink's own, valid up to {@link #length()} and until the next change. */
  public byte[] buffer() {
    return buffer;
  }

  public int length() {
    return length;
  }

  /** Forgets what comes after the first {@code newLength} bytes. */
  public void truncate(int newLength) {
    length = newLength;
  }

  public byte[] toByteArray() {
    return Arrays.copyOf(buffer, length);
  }

  private void ensure(int more) {
    if (buffer.length - length < more) {
      buffer = Arrays.copyOf(buffer, Math.max(2 * buffer.length, Math.addExact(length, more)));
    }
  }
}
