package org.chartseal.services.seal.internal;

import java.util.Arrays;
import java.util.function.Function;

/** Secret bytes that are lent, never given, and wiped on close. Never printed. */
public final class SecretBytes implements AutoCloseable {

  private final byte[] value;
  private boolean closed;

  private SecretBytes(byte[] value) {
    this.value = value;
  }

  /** Takes the array itself: the caller gives it up. */
  public static SecretBytes owning(byte[] value) {
    return new SecretBytes(value);
  }

  /** Takes a copy. */
  public static SecretBytes copyOf(byte[] value) {
    return new SecretBytes(value.clone());
  }

  /**
   * Lends the bytes to {@code reader}, which must neither keep nor change the array.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized <T> T use(Function<byte[], T> reader) {
    if (closed) {
      throw new IllegalStateException("the secret has been wiped");
    }
    return reader.apply(value);
  }

  /** A copy, which the caller wipes. */
  public byte[] copy() {
    return use(byte[]::clone);
  }

  /** HKDF-Expand to 32 bytes (RFC 5869 §2.3) with these bytes as the key. */
  public SecretBytes expand(byte[] info) {
    return owning(use(key -> Hkdf.expand(key, info, 32)));
  }

  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "SecretBytes[…]";
  }
}
