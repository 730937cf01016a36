package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.SecretBytes;

/** The key of one stream: one year of a class key (§2). */
public final class YearKey implements StreamSecret {

  private final SecretBytes key;

  YearKey(SecretBytes key) {
    this.key = key;
  }

  /**
   * The key that a capability holds; the bytes are copied and the caller wipes them.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static YearKey of(byte[] bytes) {
    return new YearKey(Labels.key(bytes));
  }

  /** The stream's two keys: where its slots are, and how its entries are encrypted. */
  public StreamKeys streamKeys() {
    return new StreamKeys(
        key.expand(ByteSink.labelled(Labels.CONTENT).toByteArray()),
        key.expand(ByteSink.labelled(Labels.SLOT).toByteArray()));
  }

  @Override
  public byte[] bytes() {
    return key.copy();
  }

  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "YearKey[…]";
  }
}
