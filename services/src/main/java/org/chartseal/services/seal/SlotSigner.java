package org.chartseal.services.seal;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.internal.Secp256k1;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * The one-time key of one of a patient's slots (§2). It signs for that slot and for nothing else.
 */
public final class SlotSigner implements AutoCloseable {

  private final SecretBytes key;
  private final Address address;

  SlotSigner(SecretBytes key) {
    this.key = key;
    this.address = Address.of(Secp256k1.address(Secp256k1.times(value())));
  }

  /** The address that the contract recovers from its signatures. */
  public Address address() {
    return address;
  }

  /** The slot that is its own. */
  public Slot slot() {
    return SlotPoint.slotOf(address);
  }

  /**
   * Signs the digest of an EIP-712 message to the ledger (§6.2).
   *
   * @throws IllegalStateException after {@link #close()}
   */
  public RecoverableSignature sign(Hash32 digest) {
    BigInteger[] signature = Secp256k1.sign(value(), digest.bytes());
    return new RecoverableSignature(
        27 + signature[2].intValue(), word(signature[0]), word(signature[1]));
  }

  /** Wipes the key. May be called again. */
  @Override
  public void close() {
    key.close();
  }

  @Override
  public String toString() {
    return "SlotSigner[…]";
  }

  private BigInteger value() {
    return key.use(bytes -> new BigInteger(1, bytes));
  }

  private static Hash32 word(BigInteger value) {
    return Hash32.of(BigIntegers.asUnsignedByteArray(32, value));
  }
}
