package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.security.SecureRandom;
import java.util.Optional;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.seal.Address;
import org.web3j.crypto.Credentials;
import org.web3j.crypto.ECKeyPair;
import org.web3j.crypto.RawTransaction;
import org.web3j.crypto.Sign;
import org.web3j.crypto.TransactionEncoder;

/** Signs EIP-1559 transactions with the relayer's key. */
public final class TransactionSigner {

  /** What a transaction pays at most, in wei per gas. */
  record Fees(BigInteger priority, BigInteger most) {}

  private final Credentials credentials;

  public TransactionSigner(RelayerKey key) {
    credentials = Credentials.create(ECKeyPair.create(key.secret()));
  }

  /** A random private key, below the order of the curve. */
  public static BigInteger randomSecret() {
    BigInteger order = Sign.CURVE_PARAMS.getN();
    return BigIntegers.createRandomInRange(
        BigInteger.ONE, order.subtract(BigInteger.ONE), new SecureRandom());
  }

  /**
   * A private key from its bytes.
   *
   * @throws IllegalArgumentException if it is not 32 bytes from 1 to the order less one
   */
  public static BigInteger checkedSecret(byte[] secret) {
    BigInteger number = new BigInteger(1, secret);
    if (secret.length != 32
        || number.signum() == 0
        || number.compareTo(Sign.CURVE_PARAMS.getN()) >= 0) {
      throw new IllegalArgumentException("no private key of secp256k1");
    }
    return number;
  }

  /** The account of the key. */
  public Address address() {
    return Address.ofHex(credentials.getAddress());
  }

  /**
   * The signed transaction as it goes to {@code eth_sendRawTransaction}; its Keccak-256 is the
   * transaction's hash.
   *
   * @param to empty to deploy {@code data} as a contract
   */
  byte[] sign(
      BigInteger chainId,
      BigInteger nonce,
      BigInteger gas,
      Fees fees,
      Optional<Address> to,
      byte[] data) {
    RawTransaction transaction =
        RawTransaction.createTransaction(
            chainId.longValueExact(),
            nonce,
            gas,
            to.map(Address::hex).orElse(""),
            BigInteger.ZERO,
            Hex.data(data),
            fees.priority(),
            fees.most());
    return TransactionEncoder.signMessage(transaction, credentials);
  }
}
