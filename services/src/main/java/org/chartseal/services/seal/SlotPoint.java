package org.chartseal.services.seal;

import java.math.BigInteger;
import org.bouncycastle.math.ec.ECPoint;
import org.chartseal.services.seal.internal.Secp256k1;

/**
 * The public side M of a patient's slots (§1.5): whoever also has a stream's keys finds the
 * patient's slots in it.
 */
public final class SlotPoint {

  private final ECPoint point;

  SlotPoint(ECPoint point) {
    this.point = point;
  }

  /**
   * The point with this compressed form.
   *
   * @param compressed 33 bytes (SEC 1 §2.3.3)
   * @throws IllegalArgumentException if it is no point of secp256k1, or infinity
   */
  public static SlotPoint of(byte[] compressed) {
    return new SlotPoint(Secp256k1.point(compressed));
  }

  /** The 33 bytes of the compressed form. */
  public byte[] bytes() {
    return point.getEncoded(true);
  }

  /**
   * The address of {@code M + tweak · G}.
   *
   * @throws IllegalStateException if the sum is infinity, which does not occur
   */
  public Address address(BigInteger tweak) {
    ECPoint sum = point.add(Secp256k1.times(tweak));
    if (sum.isInfinity()) {
      throw new IllegalStateException("a slot at infinity");
    }
    return Address.of(Secp256k1.address(sum));
  }

  /** The slot of a patient's entry: that address, filled with zeros on the left. */
  public Slot slot(StreamKeys keys, Place place) {
    return slotOf(address(keys.patientTweak(place)));
  }

  static Slot slotOf(Address address) {
    byte[] word = new byte[32];
    System.arraycopy(address.bytes(), 0, word, 12, 20);
    return new Slot(Hash32.of(word));
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SlotPoint slotPoint && point.equals(slotPoint.point);
  }

  @Override
  public int hashCode() {
    return point.hashCode();
  }

  @Override
  public String toString() {
    return "SlotPoint[…]";
  }
}
