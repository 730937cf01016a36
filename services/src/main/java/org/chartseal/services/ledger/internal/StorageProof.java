package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.internal.Rlp.Item;
import org.chartseal.services.ledger.internal.Rlp.MalformedRlpException;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;

/**
 * Verifies answers of {@code eth_getProof} (EIP-1186) against a state root: the account with its
 * pinned code, then each word. One object serves one read.
 */
final class StorageProof {

  private static final int STORAGE_ROOT = 2;
  private static final int CODE_HASH = 3;

  /** What an answer shows. */
  sealed interface Verified {
    /** Every key asked for, with its word; zero where exclusion is proven. */
    record Words(Map<Hash32, Hash32> words) implements Verified {}

    /** A valid proof that another contract, or none, is at the address. */
    record OtherContract() implements Verified {}

    /** A valid proof of this contract's words, but in another state than the block's. */
    record OtherState() implements Verified {}

    /** No valid proof. */
    record Forged(String reason) implements Verified {}
  }

  private final Hash32 stateRoot;
  private final PinnedContract contract;
  private final TrieProofs proofs = new TrieProofs();

  StorageProof(Hash32 stateRoot, PinnedContract contract) {
    this.stateRoot = stateRoot;
    this.contract = contract;
  }

  Verified verify(JsonNode answer, List<Hash32> keys) throws JsonRpcException {
    List<String> account = nodes(answer.path("accountProof"));
    Verified verified = under(stateRoot, account, answer, keys);
    return verified instanceof Verified.Forged && holdsElsewhere(account, answer, keys)
        ? new Verified.OtherState()
        : verified;
  }

  private boolean holdsElsewhere(List<String> account, JsonNode answer, List<Hash32> keys)
      throws JsonRpcException {
    if (account.isEmpty()) {
      return false;
    }
    Hash32 root = Digests.keccak256(Hex.bytes(answer.path("accountProof").path(0)));
    return !root.equals(stateRoot) && under(root, account, answer, keys) instanceof Verified.Words;
  }

  private Verified under(Hash32 root, List<String> path, JsonNode answer, List<Hash32> keys)
      throws JsonRpcException {
    TrieProofs.Result account = proofs.verify(root, contract.address().bytes(), path);
    return switch (account) {
      case TrieProofs.Result.Invalid(String reason) -> new Verified.Forged(reason);
      case TrieProofs.Result.Absent _ -> new Verified.OtherContract();
      case TrieProofs.Result.Present(TrieNode.Text value) -> inAccount(value.bytes, answer, keys);
    };
  }

  private Verified inAccount(byte[] account, JsonNode answer, List<Hash32> keys)
      throws JsonRpcException {
    Hash32 storageRoot;
    try {
      List<byte[]> fields = accountFields(account);
      if (!contract.codeHash().equals(Hash32.of(fields.get(CODE_HASH)))) {
        return new Verified.OtherContract();
      }
      storageRoot = Hash32.of(fields.get(STORAGE_ROOT));
    } catch (MalformedRlpException | IllegalArgumentException e) {
      return new Verified.Forged("a malformed account");
    }
    JsonNode given = answer.path("storageProof");
    if (given.size() != keys.size()) {
      return new Verified.Forged("another number of proofs than was asked for");
    }
    Map<Hash32, Hash32> words = HashMap.newHashMap(keys.size());
    for (int i = 0; i < keys.size(); i++) {
      Hash32 word;
      try {
        word = word(storageRoot, keys.get(i), given.get(i));
      } catch (MalformedRlpException e) {
        return new Verified.Forged(String.valueOf(e.getMessage()));
      }
      words.put(keys.get(i), word);
    }
    return new Verified.Words(words);
  }

  private Hash32 word(Hash32 storageRoot, Hash32 key, JsonNode proof)
      throws MalformedRlpException, JsonRpcException {
    Hash32 word =
        switch (proofs.verify(storageRoot, key.bytes(), nodes(proof.path("proof")))) {
          case TrieProofs.Result.Invalid(String reason) -> throw new MalformedRlpException(reason);
          case TrieProofs.Result.Absent _ -> Hash32.ZERO;
          case TrieProofs.Result.Present(TrieNode.Text value) -> word(value.bytes);
        };
    if (!LedgerWords.number(word).equals(Hex.number(proof.path("value")))) {
      throw new MalformedRlpException("a value that its own proof contradicts");
    }
    return word;
  }

  /** Nonce, balance, storage root, code hash (Yellow Paper §4.1). */
  private static List<byte[]> accountFields(byte[] account) throws MalformedRlpException {
    if (!(Rlp.decode(account) instanceof Item.Sequence(List<Item> items)) || items.size() != 4) {
      throw new MalformedRlpException("an account has four fields");
    }
    List<byte[]> fields = new ArrayList<>();
    for (Item item : items) {
      fields.add(text(item));
    }
    return fields;
  }

  /**
   * A word that was set back to zero has no leaf; anvil keeps one, with the number 0, under the
   * root that it then hashes.
   */
  private static Hash32 word(byte[] value) throws MalformedRlpException {
    byte[] bytes = text(Rlp.decode(value));
    if (bytes.length > 32 || (bytes.length > 0 && bytes[0] == 0)) {
      throw new MalformedRlpException("a word is a number below 2^256 without leading zeros");
    }
    byte[] word = new byte[32];
    System.arraycopy(bytes, 0, word, 32 - bytes.length, bytes.length);
    return Hash32.of(word);
  }

  private static byte[] text(Item item) throws MalformedRlpException {
    if (item instanceof Item.Text text) {
      return text.bytes;
    }
    throw new MalformedRlpException("bytes expected");
  }

  private static List<String> nodes(JsonNode list) {
    List<String> nodes = new ArrayList<>(list.size());
    list.forEach(node -> nodes.add(node.asText("")));
    return nodes;
  }
}
