package org.chartseal.signing;

import java.util.Arrays;
import java.util.function.Function;

/**
 * The x-coordinate of an ECDH agreement on P-256, 32 bytes (SEC 1 §3.3.1), wiped on {@link
 * #close()}.
 *
 * <p>It is input to a key derivation, never a key. The bytes are lent, not given, so that there is
 * one copy to wipe.
 */
public final class SharedSecret implements AutoCloseable {
  /** Length of the secret in bytes. */
  public static final int LENGTH = P256.FIELD_BYTES;

  private final byte[] value;
  private boolean closed;

  private SharedSecret(byte[] value) {
    this.value = value;
  }

  /**
   * Takes a copy of an agreed x-coordinate; the caller wipes the original.
   *
   * @throws IllegalArgumentException if it is not 32 bytes long
   */
  public static SharedSecret copyOf(byte[] x) {
    if (x.length != LENGTH) {
      throw new IllegalArgumentException(
          "An agreed P-256 x-coordinate is 32 bytes long, not " + x.length + ".");
    }
    return new SharedSecret(x.clone());
  }

  /**
   * Lends the 32 bytes to {@code reader}, which must neither keep nor change the array.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized <T> T use(Function<byte[], T> reader) {
    if (closed) {
      throw new IllegalStateException("The shared secret has been wiped.");
    }
    return reader.apply(value);
  }

  /** Wipes the secret. May be called again. */
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(value, (byte) 0);
  }

  @Override
  public String toString() {
    return "SharedSecret[…]";
  }
}
