package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.nio.ByteBuffer;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;

/** Values as 256-bit words, and the storage keys of mappings as Solidity lays them out. */
public final class LedgerWords {

  private LedgerWords() {}

  /** A non-negative number as a word. */
  public static Hash32 of(long number) {
    return Hash32.of(ByteBuffer.allocate(32).putLong(24, number).array());
  }

  /** An address as a word. */
  public static Hash32 of(Address address) {
    byte[] word = new byte[32];
    System.arraycopy(address.bytes(), 0, word, 12, 20);
    return Hash32.of(word);
  }

  static Hash32 of(OrganisationId organisation) {
    return of(organisation.number());
  }

  /** A word as an unsigned number. */
  static BigInteger number(Hash32 word) {
    return new BigInteger(1, word.bytes());
  }

  /** The {@code bits} bits above the lowest {@code shift}. */
  static BigInteger field(Hash32 word, int shift, int bits) {
    return number(word)
        .shiftRight(shift)
        .and(BigInteger.ONE.shiftLeft(bits).subtract(BigInteger.ONE));
  }

  /** The storage key of a mapping's entry. */
  static Hash32 entry(Hash32 key, int mapping) {
    return Digests.keccak256(key.bytes(), of(mapping).bytes());
  }

  /** The storage key after this one: the second word of a struct. */
  static Hash32 after(Hash32 key) {
    return Hash32.of(
        BigIntegers.asUnsignedByteArray(32, number(key).add(BigInteger.ONE).clearBit(256)));
  }
}
