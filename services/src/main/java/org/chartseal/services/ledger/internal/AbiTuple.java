package org.chartseal.services.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.bouncycastle.util.BigIntegers;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Hash32;

/**
 * The Solidity ABI's encoding of a tuple: a head of words and offsets, then what the offsets point
 * at.
 */
final class AbiTuple {

  private static final int WORD = 32;

  /** Words in place, or what an offset points at. */
  private static final class Part {
    final byte[] content;
    final boolean behind;

    Part(byte[] content, boolean behind) {
      this.content = content;
      this.behind = behind;
    }
  }

  private final List<Part> parts = new ArrayList<>();

  /**
   * @throws IllegalArgumentException if the number is negative or has more bits
   */
  AbiTuple uint(int bits, BigInteger number) {
    if (number.signum() < 0 || number.bitLength() > bits) {
      throw new IllegalArgumentException("a number beyond uint" + bits);
    }
    return words(BigIntegers.asUnsignedByteArray(WORD, number));
  }

  AbiTuple uint(int bits, long number) {
    return uint(bits, BigInteger.valueOf(number));
  }

  AbiTuple word(Hash32 word) {
    return words(word.bytes());
  }

  /** Two words in a row: a key's coordinates, or a signature. */
  AbiTuple pair(byte[] words) {
    if (words.length != 2 * WORD) {
      throw new IllegalArgumentException("two words expected");
    }
    return words(words.clone());
  }

  AbiTuple address(Address address) {
    return word(LedgerWords.of(address));
  }

  /** A tuple without dynamic parts, in place. */
  AbiTuple inline(AbiTuple tuple) {
    return words(tuple.encode());
  }

  AbiTuple bytes(byte[] bytes) {
    byte[] padded = new byte[(bytes.length + WORD - 1) / WORD * WORD];
    System.arraycopy(bytes, 0, padded, 0, bytes.length);
    return tail(concat(length(bytes.length), padded));
  }

  AbiTuple words(List<Hash32> words) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    words.forEach(word -> out.writeBytes(word.bytes()));
    return tail(concat(length(words.size()), out.toByteArray()));
  }

  /** A tuple with dynamic parts. */
  AbiTuple dynamic(AbiTuple tuple) {
    return tail(tuple.encode());
  }

  /** An array of tuples without dynamic parts. */
  AbiTuple statics(List<AbiTuple> tuples) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    tuples.forEach(tuple -> out.writeBytes(tuple.encode()));
    return tail(concat(length(tuples.size()), out.toByteArray()));
  }

  /** An array of tuples with dynamic parts: its offsets count from behind its length. */
  AbiTuple dynamics(List<AbiTuple> tuples) {
    AbiTuple elements = new AbiTuple();
    tuples.forEach(elements::dynamic);
    return tail(concat(length(tuples.size()), elements.encode()));
  }

  byte[] encode() {
    int head = parts.stream().mapToInt(AbiTuple::headLength).sum();
    ByteArrayOutputStream heads = new ByteArrayOutputStream();
    ByteArrayOutputStream tails = new ByteArrayOutputStream();
    for (Part part : parts) {
      if (part.behind) {
        heads.writeBytes(length(head + tails.size()));
        tails.writeBytes(part.content);
      } else {
        heads.writeBytes(part.content);
      }
    }
    return concat(heads.toByteArray(), tails.toByteArray());
  }

  private static int headLength(Part part) {
    return part.behind ? WORD : part.content.length;
  }

  private AbiTuple words(byte[] words) {
    parts.add(new Part(words, false));
    return this;
  }

  private AbiTuple tail(byte[] content) {
    parts.add(new Part(content, true));
    return this;
  }

  private static byte[] length(int length) {
    return LedgerWords.of(length).bytes();
  }

  private static byte[] concat(byte[] first, byte[] second) {
    byte[] both = new byte[first.length + second.length];
    System.arraycopy(first, 0, both, 0, first.length);
    System.arraycopy(second, 0, both, first.length, second.length);
    return both;
  }
}
