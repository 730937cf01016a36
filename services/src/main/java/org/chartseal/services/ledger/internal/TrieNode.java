package org.chartseal.services.ledger.internal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.chartseal.services.ledger.internal.Rlp.Item;
import org.chartseal.services.ledger.internal.Rlp.MalformedRlpException;
import org.chartseal.services.seal.Hash32;

/**
 * A node of a hexary Merkle Patricia trie whose keys all have the same length (Yellow Paper,
 * appendix D), so that no branch holds a value.
 */
sealed interface TrieNode {

  /** Sixteen ways to go on. */
  record Branch(List<Reference> children) implements TrieNode {}

  /** A stretch that all keys below share. */
  record Extension(Nibbles path, Reference child) implements TrieNode {}

  /** The end of one key. */
  record Leaf(Nibbles path, Text value) implements TrieNode {}

  /** How a node names the one below it. */
  sealed interface Reference {
    /** There is none. */
    record None() implements Reference {}

    /** By the hash of its encoding, of 32 bytes or more. */
    record Hashed(Hash32 hash) implements Reference {}

    /** By its encoding, of fewer than 32 bytes. */
    record Embedded(TrieNode node) implements Reference {}
  }

  /** A value's bytes; not to be changed. */
  final class Text {
    final byte[] bytes;

    Text(byte[] bytes) {
      this.bytes = bytes;
    }
  }

  /** A path of half-bytes, one a byte; not to be changed. */
  final class Nibbles {
    final byte[] values;

    Nibbles(byte[] values) {
      this.values = values;
    }

    static Nibbles ofKey(byte[] key) {
      byte[] values = new byte[2 * key.length];
      for (int i = 0; i < key.length; i++) {
        values[2 * i] = (byte) (key[i] >> 4 & 0xf);
        values[2 * i + 1] = (byte) (key[i] & 0xf);
      }
      return new Nibbles(values);
    }

    boolean continues(Nibbles key, int from) {
      int to = from + values.length;
      return to <= key.values.length
          && Arrays.equals(values, 0, values.length, key.values, from, to);
    }
  }

  static TrieNode decode(byte[] encoded) throws MalformedRlpException {
    return node(Rlp.decode(encoded), 0);
  }

  private static TrieNode node(Item item, int depth) throws MalformedRlpException {
    if (!(item instanceof Item.Sequence(List<Item> items))) {
      throw new MalformedRlpException("a node is a list");
    }
    return switch (items.size()) {
      case 17 -> branch(items, depth);
      case 2 -> shortNode(items, depth);
      default -> throw new MalformedRlpException("a node has 2 or 17 items");
    };
  }

  private static Branch branch(List<Item> items, int depth) throws MalformedRlpException {
    List<Reference> children = new ArrayList<>(16);
    int ways = 0;
    for (int i = 0; i < 16; i++) {
      Reference child = reference(items.get(i), depth);
      children.add(child);
      ways += child instanceof Reference.None ? 0 : 1;
    }
    if (ways < 2) {
      throw new MalformedRlpException("a branch has two ways at least");
    }
    if (text(items.get(16)).length != 0) {
      throw new MalformedRlpException("a value in a branch");
    }
    return new Branch(children);
  }

  /** Hex-prefix encoding (appendix C): flag nibble 2 marks a leaf, 1 an odd length. */
  private static TrieNode shortNode(List<Item> items, int depth) throws MalformedRlpException {
    byte[] path = text(items.getFirst());
    if (path.length == 0 || (path[0] & 0xc0) != 0) {
      throw new MalformedRlpException("a bad hex prefix");
    }
    boolean odd = (path[0] & 0x10) != 0;
    if (!odd && (path[0] & 0xf) != 0) {
      throw new MalformedRlpException("a bad hex prefix");
    }
    byte[] all = Nibbles.ofKey(path).values;
    Nibbles nibbles = new Nibbles(Arrays.copyOfRange(all, odd ? 1 : 2, all.length));
    if ((path[0] & 0x20) != 0) {
      byte[] value = text(items.getLast());
      if (value.length == 0) {
        throw new MalformedRlpException("an empty leaf");
      }
      return new Leaf(nibbles, new Text(value));
    }
    Reference child = reference(items.getLast(), depth);
    if (nibbles.values.length == 0 || child instanceof Reference.None) {
      throw new MalformedRlpException("an empty extension");
    }
    return new Extension(nibbles, child);
  }

  private static Reference reference(Item item, int depth) throws MalformedRlpException {
    return switch (item) {
      case Item.Sequence list -> new Reference.Embedded(node(list, depth + 1));
      case Item.Text text when text.bytes.length == 0 -> new Reference.None();
      case Item.Text text when text.bytes.length == 32 ->
          new Reference.Hashed(Hash32.of(text.bytes));
      case Item.Text _ -> throw new MalformedRlpException("a reference is a hash or a small node");
    };
  }

  private static byte[] text(Item item) throws MalformedRlpException {
    if (item instanceof Item.Text text) {
      return text.bytes;
    }
    throw new MalformedRlpException("bytes expected");
  }
}
