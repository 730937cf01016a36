package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.Hkdf;
import org.chartseal.services.seal.internal.SecretBytes;

/** The key of one entry (§2). It opens that entry, whichever way it was sealed, and no other. */
public final class EntryKey implements AutoCloseable {

  private final SecretBytes key;

  EntryKey(SecretBytes key) {
    this.key = key;
  }

  /**
   * A key that a custodian released; the bytes are copied and the caller wipes them.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static EntryKey of(byte[] bytes) {
    return new EntryKey(Labels.key(bytes));
  }

  /** A copy of the 32 bytes; the caller wipes it. */
  public byte[] bytes() {
    return key.copy();
  }

  SealKey sealKey(byte[] seed) {
    return new SealKey(SecretBytes.owning(key.use(bytes -> Hkdf.extract(seed, bytes))));
  }

  /** Wipes the key. May be called again. */
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "EntryKey[…]";
  }
}
