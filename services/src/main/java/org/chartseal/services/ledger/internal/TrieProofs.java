package org.chartseal.services.ledger.internal;

import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.ledger.internal.Rlp.MalformedRlpException;
import org.chartseal.services.ledger.internal.TrieNode.Nibbles;
import org.chartseal.services.ledger.internal.TrieNode.Reference;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * Verifies Merkle Patricia proofs as {@code eth_getProof} gives them: the nodes from the root down,
 * none missing, none to spare.
 *
 * <p>The proofs of one read share most nodes; each is hashed and decoded once. Safe for several
 * threads; one object serves one read, so that what it remembers is bounded by what was received.
 */
final class TrieProofs {

  /** Keccak-256 of the RLP of the empty string: the root of a trie that holds nothing. */
  static final Hash32 EMPTY_ROOT = Digests.keccak256(new byte[] {(byte) 0x80});

  private static final String EMPTY_NODE = "0x80";

  /** What a proof shows. */
  sealed interface Result {
    /** The key is in the trie, with this RLP value. */
    record Present(TrieNode.Text value) implements Result {}

    /** The key is not in the trie. */
    record Absent() implements Result {}

    /** It shows nothing. */
    record Invalid(String reason) implements Result {}
  }

  private record Hashed(Hash32 hash, TrieNode node) {}

  private final ConcurrentHashMap<String, Hashed> seen = new ConcurrentHashMap<>();

  /**
   * @param root the trie's root
   * @param key the key as asked for; the trie holds it under its Keccak-256 hash
   * @param proof nodes in hexadecimal with {@code 0x}
   */
  Result verify(Hash32 root, byte[] key, List<String> proof) {
    return verify(root, Nibbles.ofKey(Digests.keccak256(key).bytes()), proof);
  }

  /**
   * The same for a path in a trie whose keys may be shorter, and whose nodes so small that they lie
   * in their parents.
   */
  Result verify(Hash32 root, Nibbles path, List<String> proof) {
    if (root.equals(EMPTY_ROOT)) {
      boolean empty = proof.isEmpty() || proof.equals(List.of(EMPTY_NODE));
      return empty ? new Result.Absent() : new Result.Invalid("nodes of an empty trie");
    }
    try {
      return new Walk(root, path, proof).run();
    } catch (MalformedRlpException | IllegalArgumentException e) {
      return new Result.Invalid("a malformed node");
    }
  }

  private Hashed node(String hex) throws MalformedRlpException {
    Hashed known = seen.get(hex);
    if (known != null) {
      return known;
    }
    if (!hex.startsWith("0x")) {
      throw new MalformedRlpException("no hexadecimal");
    }
    byte[] encoded = HexFormat.of().parseHex(hex, 2, hex.length());
    Hashed hashed = new Hashed(Digests.keccak256(encoded), TrieNode.decode(encoded));
    seen.put(hex, hashed);
    return hashed;
  }

  /** One way down from the root. */
  private final class Walk {
    private final Nibbles key;
    private final List<String> proof;
    private Reference next;
    private int used;
    private int depth;

    Walk(Hash32 root, Nibbles key, List<String> proof) {
      this.key = key;
      this.proof = proof;
      this.next = new Reference.Hashed(root);
    }

    Result run() throws MalformedRlpException {
      while (true) {
        TrieNode node;
        switch (next) {
          case Reference.None _ -> {
            return end(new Result.Absent());
          }
          case Reference.Embedded(TrieNode embedded) -> node = embedded;
          case Reference.Hashed(Hash32 hash) -> {
            if (used == proof.size()) {
              return new Result.Invalid("a missing node");
            }
            Hashed given = node(proof.get(used++));
            if (!given.hash().equals(hash)) {
              return new Result.Invalid("a node of another hash");
            }
            node = given.node();
          }
        }
        switch (node) {
          case TrieNode.Branch(List<Reference> children) -> {
            if (depth == key.values.length) {
              return new Result.Invalid("a branch below the longest key");
            }
            next = children.get(key.values[depth++]);
          }
          case TrieNode.Extension(Nibbles path, Reference child) -> {
            if (!path.continues(key, depth)) {
              return end(new Result.Absent());
            }
            depth += path.values.length;
            next = child;
          }
          case TrieNode.Leaf(Nibbles path, TrieNode.Text value) -> {
            if (depth + path.values.length != key.values.length) {
              return new Result.Invalid("a key of another length");
            }
            return end(
                path.continues(key, depth) ? new Result.Present(value) : new Result.Absent());
          }
        }
      }
    }

    private Result end(Result result) {
      return used == proof.size() ? result : new Result.Invalid("nodes to spare");
    }
  }
}
