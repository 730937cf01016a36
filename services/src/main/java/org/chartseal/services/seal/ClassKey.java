package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.SecretBytes;

/** The key of one writer's streams of one class and generation in a pair (§2). */
public final class ClassKey implements StreamSecret {

  private final SecretBytes key;

  ClassKey(SecretBytes key) {
    this.key = key;
  }

  /**
   * The key that a capability holds; the bytes are copied and the caller wipes them.
   *
   * @throws IllegalArgumentException unless there are 32
   */
  public static ClassKey of(byte[] bytes) {
    return new ClassKey(Labels.key(bytes));
  }

  /**
   * The key of one year, {@link StreamId#CONTROL_YEAR} among them.
   *
   * @throws IllegalArgumentException if the year is not in 0 … 65535
   */
  public YearKey year(int year) {
    return new YearKey(
        key.expand(ByteSink.labelled(Labels.YEAR).u16(Labels.u16(year, "a year")).toByteArray()));
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
    return "ClassKey[…]";
  }
}
