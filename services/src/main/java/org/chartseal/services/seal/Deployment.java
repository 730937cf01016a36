package org.chartseal.services.seal;

import java.math.BigInteger;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.internal.ByteSink;

/**
 * Which ledger on which chain a signature or a secret is for: both are part of every statement and
 * key derivation.
 *
 * @param chainId EIP-155 chain id, below 2^256
 * @param ledger address of the RecordLedger contract
 */
public record Deployment(BigInteger chainId, Address ledger) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if the chain id is negative or has more than 256 bits
   */
  public Deployment {
    if (chainId.signum() < 0 || chainId.bitLength() > 256) {
      throw new IllegalArgumentException("a chain id is below 2^256");
    }
  }

  /** {@code chainId u256 ‖ ledger(20)}, as statements and key derivations have it: 52 bytes. */
  public byte[] bytes() {
    ByteSink sink = new ByteSink(52);
    writeTo(sink);
    return sink.toByteArray();
  }

  void writeTo(ByteSink sink) {
    sink.put(BigIntegers.asUnsignedByteArray(32, chainId)).put(ledger.bytes());
  }
}
