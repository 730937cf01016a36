package org.chartseal.services.seal;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.internal.ByteSink;
import org.chartseal.services.seal.internal.Hkdf;
import org.chartseal.services.seal.internal.Secp256k1;
import org.chartseal.services.seal.internal.SecretBytes;
import org.chartseal.signing.SharedSecret;

/** The secret side m of a patient's slots (§1.5), in memory only while the card is in. */
public final class SlotScalar implements AutoCloseable {

  private final SecretBytes scalar;

  private SlotScalar(SecretBytes scalar) {
    this.scalar = scalar;
  }

  /**
   * Derives it.
   *
   * @param self what the patient's agreement key agrees on with its own public key; the caller
   *     closes it
   */
  public static SlotScalar derive(SharedSecret self, Deployment deployment) {
    ByteSink info = ByteSink.labelled(Labels.SLOT_POINT);
    deployment.writeTo(info);
    byte[] label = info.toByteArray();
    try (SecretBytes extracted = SecretBytes.owning(self.use(x -> Hkdf.extract(new byte[0], x)));
        SecretBytes wide = SecretBytes.owning(extracted.use(key -> Hkdf.expand(key, label, 48)))) {
      BigInteger m =
          wide.use(bytes -> new BigInteger(1, bytes))
              .mod(Secp256k1.ORDER.subtract(BigInteger.ONE))
              .add(BigInteger.ONE);
      return new SlotScalar(SecretBytes.owning(BigIntegers.asUnsignedByteArray(32, m)));
    }
  }

  /** The point that goes with it, for the card. */
  public SlotPoint point() {
    return new SlotPoint(Secp256k1.times(value()));
  }

  /**
   * The key of one slot, which the caller closes.
   *
   * @throws IllegalStateException if it is zero, which does not occur
   */
  public SlotSigner signer(StreamKeys keys, Place place) {
    BigInteger key = value().add(keys.patientTweak(place)).mod(Secp256k1.ORDER);
    if (key.signum() == 0) {
      throw new IllegalStateException("a slot key of zero");
    }
    return new SlotSigner(SecretBytes.owning(BigIntegers.asUnsignedByteArray(32, key)));
  }

  /** Wipes it. May be called again. */
  @Override
  public void close() {
    scalar.close();
  }

  @Override
  public String toString() {
    return "SlotScalar[…]";
  }

  private BigInteger value() {
    return scalar.use(bytes -> new BigInteger(1, bytes));
  }
}
