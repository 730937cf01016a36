package org.chartseal.services.ledger.internal;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;
import org.web3j.abi.FunctionEncoder;
import org.web3j.abi.datatypes.DynamicArray;
import org.web3j.abi.datatypes.DynamicBytes;
import org.web3j.abi.datatypes.DynamicStruct;
import org.web3j.abi.datatypes.StaticStruct;
import org.web3j.abi.datatypes.Type;
import org.web3j.abi.datatypes.Uint;
import org.web3j.abi.datatypes.generated.Bytes32;

/** A tuple of Solidity values, for web3j to encode. */
final class AbiTuple {

  private static final int WORD = 32;

  private final List<Type<?>> values = new ArrayList<>();

  /**
   * An unsigned number.
   *
   * @throws IllegalArgumentException if the number is negative or has more bits
   */
  AbiTuple uint(int bits, BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > bits) {
      throw new IllegalArgumentException("a number beyond uint" + bits);
    }
    return add(new Uint(number));
  }

  AbiTuple uint(int bits, long number) {
    return uint(bits, BigInteger.valueOf(number));
  }

  AbiTuple word(Hash32 word) {
    return add(new Bytes32(word.bytes()));
  }

  /** Two words in a row: a key's coordinates, or a signature. */
  AbiTuple pair(byte[] words) {
    if (words.length != 2 * WORD) {
      throw new IllegalArgumentException("two words expected");
    }
    add(new Bytes32(Arrays.copyOf(words, WORD)));
    return add(new Bytes32(Arrays.copyOfRange(words, WORD, 2 * WORD)));
  }

  AbiTuple address(Address address) {
    return add(new org.web3j.abi.datatypes.Address(address.hex()));
  }

  /** A tuple without dynamic parts, in place. */
  AbiTuple inline(AbiTuple tuple) {
    return add(tuple.fixed());
  }

  AbiTuple bytes(byte[] bytes) {
    return add(new DynamicBytes(bytes));
  }

  AbiTuple words(List<Hash32> words) {
    return add(
        new DynamicArray<>(
            Bytes32.class, words.stream().map(word -> new Bytes32(word.bytes())).toList()));
  }

  /** A tuple with dynamic parts. */
  AbiTuple dynamic(AbiTuple tuple) {
    return add(tuple.moving());
  }

  /** An array of tuples without dynamic parts. */
  AbiTuple statics(List<AbiTuple> tuples) {
    return add(
        new DynamicArray<>(StaticStruct.class, tuples.stream().map(AbiTuple::fixed).toList()));
  }

  /** An array of tuples with dynamic parts. */
  AbiTuple dynamics(List<AbiTuple> tuples) {
    return add(
        new DynamicArray<>(DynamicStruct.class, tuples.stream().map(AbiTuple::moving).toList()));
  }

  byte[] encode() {
    return HexFormat.of().parseHex(FunctionEncoder.encodeConstructor(List.copyOf(values)));
  }

  private StaticStruct fixed() {
    return new StaticStruct(List.copyOf(values));
  }

  private DynamicStruct moving() {
    return new DynamicStruct(List.copyOf(values));
  }

  private AbiTuple add(Type<?> value) {
    values.add(value);
    return this;
  }
}
