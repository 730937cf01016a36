package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.Arrays;
import org.chartseal.services.ledger.ContractCall;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.chartseal.signing.P256PublicKey;

/**
 * A call whose signature grows with its arguments, so that selector and encoding cannot disagree.
 */
public final class AbiCall {

  private final String name;
  private final List<String> types = new ArrayList<>();
  private final AbiTuple arguments = new AbiTuple();

  public AbiCall(String name) {
    this.name = name;
  }

  public AbiCall uint(int bits, long number) {
    return uint(bits, BigInteger.valueOf(number));
  }

  /**
   * An unsigned number.
   *
   * @throws IllegalArgumentException if the number is negative or has more bits
   */
  public AbiCall uint(int bits, BigInteger number) {
    types.add("uint" + bits);
    arguments.uint(bits, number);
    return this;
  }

  /** Seconds since 1970 as a u40. */
  public AbiCall time(Instant time) {
    return uint(40, time.getEpochSecond());
  }

  public AbiCall word(Hash32 word) {
    types.add("bytes32");
    arguments.word(word);
    return this;
  }

  public AbiCall address(Address address) {
    types.add("address");
    arguments.address(address);
    return this;
  }

  /** The coordinates as two words. */
  public AbiCall key(P256PublicKey key) {
    return pair(key.bytes());
  }

  public AbiCall words(List<Hash32> words) {
    types.add("bytes32[]");
    arguments.words(words);
    return this;
  }

  /** Two words in a row. */
  AbiCall pair(byte[] words) {
    types.add("bytes32,bytes32");
    arguments.pair(words);
    return this;
  }

  AbiCall bytes(byte[] bytes) {
    types.add("bytes");
    arguments.bytes(bytes);
    return this;
  }

  /** An array of tuples without dynamic parts. */
  AbiCall statics(String type, List<AbiTuple> tuples) {
    types.add(type + "[]");
    arguments.statics(tuples);
    return this;
  }

  /** A tuple with dynamic parts. */
  AbiCall dynamic(String type, AbiTuple tuple) {
    types.add(type);
    arguments.dynamic(tuple);
    return this;
  }

  /** Selector and arguments. */
  byte[] encode() {
    String signature = name + "(" + String.join(",", types) + ")";
    return Arrays.concatenate(Abi.selector(signature), arguments.encode());
  }

  public ContractCall call() {
    return ContractCall.of(encode());
  }
}
