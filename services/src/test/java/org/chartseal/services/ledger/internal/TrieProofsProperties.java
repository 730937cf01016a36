package org.chartseal.services.ledger.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.ledger.internal.TrieNode.Nibbles;
import org.chartseal.services.ledger.internal.TrieProofs.Result;

/**
 * Laws of proofs. Short paths and values make nodes of fewer than 32 bytes, which lie inside their
 * parents.
 */
class TrieProofsProperties {

  private static final int PATH = 4;

  @Property
  void what_is_in_the_trie_is_proven_and_what_is_not_is_excluded(
      @ForAll("entries") Map<byte[], byte[]> entries, @ForAll("paths") byte[] other) {
    TestTrie trie = new TestTrie(entries);
    entries.forEach((path, value) ->
        assertThat(present(verify(trie, path, trie.proof(path)))).isEqualTo(value));
    if (!entries.containsKey(other)) {
      assertThat(verify(trie, other, trie.proof(other))).isInstanceOf(Result.Absent.class);
    }
  }

  @Property
  void no_flipped_bit_goes_unnoticed(
      @ForAll("entries") Map<byte[], byte[]> entries,
      @ForAll("paths") byte[] path,
      @ForAll @IntRange(min = 0) int where) {
    TestTrie trie = new TestTrie(entries);
    List<String> proof = new ArrayList<>(trie.proof(path));
    int node = where % proof.size();
    byte[] bytes = HexFormat.of().parseHex(proof.get(node).substring(2));
    bytes[where / proof.size() % bytes.length] ^= (byte) (1 << where % 8);
    proof.set(node, Hex.data(bytes));
    assertThat(verify(trie, path, proof)).isInstanceOf(Result.Invalid.class);
  }

  @Property
  void missing_and_surplus_nodes_are_refused(
      @ForAll("entries") Map<byte[], byte[]> entries, @ForAll("paths") byte[] path) {
    TestTrie trie = new TestTrie(entries);
    List<String> proof = trie.proof(path);
    assertThat(verify(trie, path, proof.subList(0, proof.size() - 1)))
        .isInstanceOf(Result.Invalid.class);
    List<String> more = new ArrayList<>(proof);
    more.add(proof.getLast());
    assertThat(verify(trie, path, more)).isInstanceOf(Result.Invalid.class);
  }

  @Property
  void the_proof_of_one_key_never_shows_another_value_for_another_key(
      @ForAll("entries") Map<byte[], byte[]> entries,
      @ForAll("paths") byte[] asked,
      @ForAll("paths") byte[] given) {
    TestTrie trie = new TestTrie(entries);
    switch (verify(trie, asked, trie.proof(given))) {
      case Result.Present(TrieNode.Text value) ->
          assertThat(value.bytes).isEqualTo(entries.get(asked));
      case Result.Absent _ -> assertThat(entries.get(asked)).isNull();
      case Result.Invalid _ -> {
        // Refused, as it should be.
      }
    }
  }

  private static Result verify(TestTrie trie, byte[] path, List<String> proof) {
    return new TrieProofs().verify(trie.root(), new Nibbles(path), proof);
  }

  private static byte[] present(Result result) {
    assertThat(result).isInstanceOf(Result.Present.class);
    return ((Result.Present) result).value().bytes;
  }

  @Provide
  Arbitrary<byte[]> paths() {
    // Few nibbles, so that keys share prefixes and collide.
    return Arbitraries.bytes().between((byte) 0, (byte) 3).array(byte[].class).ofSize(PATH);
  }

  @Provide
  Arbitrary<Map<byte[], byte[]>> entries() {
    Arbitrary<byte[]> values = Arbitraries.bytes().array(byte[].class).ofMinSize(1).ofMaxSize(40);
    return Combinators.combine(paths(), values)
        .as(Map::entry)
        .list()
        .ofMinSize(1)
        .ofMaxSize(30)
        .map(list -> {
          Map<byte[], byte[]> entries = new TreeMap<>(java.util.Arrays::compare);
          list.forEach(entry -> entries.put(entry.getKey(), entry.getValue()));
          return entries;
        });
  }
}
