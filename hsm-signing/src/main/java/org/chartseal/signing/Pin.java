package org.chartseal.signing;

import java.util.Arrays;
import java.util.function.Function;

/**
 * A PIN or passphrase that somebody typed, wiped on {@link #close()}.
 *
 * <p>It is never a {@code String}: a string cannot be wiped. Whoever made it closes it, as soon as
 * the device has answered.
 */
public final class Pin implements AutoCloseable {
  private final char[] value;
  private boolean closed;

  private Pin(char[] value) {
    this.value = value;
  }

  /** Takes a copy; the caller wipes the original. */
  public static Pin copyOf(char[] typed) {
    return new Pin(typed.clone());
  }

  /**
   * Lends the characters to {@code reader}, which must neither keep nor change the array.
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public synchronized <T> T use(Function<char[], T> reader) {
    if (closed) {
      throw new IllegalStateException("The PIN has been wiped.");
    }
    return reader.apply(value);
  }

  /** Wipes the PIN. May be called again. */
  @Override
  public synchronized void close() {
    closed = true;
    Arrays.fill(value, '\0');
  }

  /** Says nothing about the PIN, its length included. */
  @Override
  public String toString() {
    return "Pin[…]";
  }
}
