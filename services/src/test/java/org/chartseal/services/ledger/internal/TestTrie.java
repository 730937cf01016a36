package org.chartseal.services.ledger.internal;

import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * Builds a hexary Merkle Patricia trie over keys of one length, and proofs from it: the other side
 * of what is tested.
 */
final class TestTrie {

  private final TreeMap<byte[], byte[]> entries = new TreeMap<>(Arrays::compare);
  private final byte[] rootNode;

  /** A trie over nibble paths. */
  TestTrie(Map<byte[], byte[]> byNibbles) {
    entries.putAll(byNibbles);
    rootNode = entries.isEmpty() ? Rlp.encode(new byte[0]) : node(List.copyOf(entries.keySet()), 0);
  }

  Hash32 root() {
    return Digests.keccak256(rootNode);
  }

  /** The nodes from the root towards a path; embedded ones are inside their parents. */
  List<String> proof(byte[] path) {
    List<String> nodes = new ArrayList<>();
    if (!entries.isEmpty()) {
      collect(List.copyOf(entries.keySet()), 0, path, true, nodes);
    }
    return nodes;
  }

  private void collect(
      List<byte[]> keys, int depth, byte[] path, boolean isRoot, List<String> nodes) {
    byte[] node = node(keys, depth);
    if (isRoot || node.length >= 32) {
      nodes.add(Hex.data(node));
    }
    if (keys.size() == 1) {
      return;
    }
    int shared = shared(keys, depth);
    if (shared > 0) {
      if (Arrays.mismatch(keys.getFirst(), depth, depth + shared, path, depth, depth + shared)
          < 0) {
        collect(keys, depth + shared, path, false, nodes);
      }
      return;
    }
    List<byte[]> child = under(keys, depth, path[depth]);
    if (!child.isEmpty()) {
      collect(child, depth + 1, path, false, nodes);
    }
  }

  private byte[] node(List<byte[]> keys, int depth) {
    byte[] first = keys.getFirst();
    if (keys.size() == 1) {
      byte[] rest = Arrays.copyOfRange(first, depth, first.length);
      return Rlp.encodeSequence(
          List.of(Rlp.encode(hexPrefix(rest, true)), Rlp.encode(entries.get(first))));
    }
    int shared = shared(keys, depth);
    if (shared > 0) {
      byte[] path = Arrays.copyOfRange(first, depth, depth + shared);
      return Rlp.encodeSequence(
          List.of(Rlp.encode(hexPrefix(path, false)), reference(keys, depth + shared)));
    }
    List<byte[]> items = new ArrayList<>();
    for (byte nibble = 0; nibble < 16; nibble++) {
      List<byte[]> child = under(keys, depth, nibble);
      items.add(child.isEmpty() ? Rlp.encode(new byte[0]) : reference(child, depth + 1));
    }
    items.add(Rlp.encode(new byte[0]));
    return Rlp.encodeSequence(items);
  }

  private byte[] reference(List<byte[]> keys, int depth) {
    byte[] node = node(keys, depth);
    return node.length < 32 ? node : Rlp.encode(Digests.keccak256(node).bytes());
  }

  private static List<byte[]> under(List<byte[]> keys, int depth, byte nibble) {
    return keys.stream().filter(key -> key[depth] == nibble).toList();
  }

  private static int shared(List<byte[]> keys, int depth) {
    byte[] first = keys.getFirst();
    byte[] last = keys.getLast();
    return Arrays.mismatch(first, depth, first.length, last, depth, last.length);
  }

  private static byte[] hexPrefix(byte[] nibbles, boolean leaf) {
    boolean odd = nibbles.length % 2 == 1;
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    int flag = (leaf ? 2 : 0) + (odd ? 1 : 0);
    out.write(flag << 4 | (odd ? nibbles[0] : 0));
    for (int i = odd ? 1 : 0; i < nibbles.length; i += 2) {
      out.write(nibbles[i] << 4 | nibbles[i + 1]);
    }
    return out.toByteArray();
  }
}
