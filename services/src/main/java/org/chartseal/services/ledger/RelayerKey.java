package org.chartseal.services.ledger;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.ledger.internal.TransactionSigner;
import org.chartseal.services.seal.Address;

/**
 * The secp256k1 key of the account that pays. It carries no authority over records; who steals it
 * can spend its funds.
 */
public final class RelayerKey {

  private final BigInteger secret;

  private RelayerKey(BigInteger secret) {
    this.secret = secret;
  }

  /** A fresh random key. */
  public static RelayerKey generate() {
    return new RelayerKey(TransactionSigner.randomSecret());
  }

  /**
   * Takes a private key.
   *
   * @param secret 32 bytes, big-endian
   * @throws IllegalArgumentException if it is no private key of secp256k1
   */
  public static RelayerKey of(byte[] secret) {
    return new RelayerKey(TransactionSigner.checkedSecret(secret));
  }

  /** The 32 bytes, for the file that keeps them. */
  public byte[] secret() {
    return BigIntegers.asUnsignedByteArray(32, secret);
  }

  /** The account. */
  public Address address() {
    return new TransactionSigner(this).address();
  }

  @Override
  public String toString() {
    return "RelayerKey[…]";
  }
}
