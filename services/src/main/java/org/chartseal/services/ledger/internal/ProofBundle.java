package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.Licence;
import org.chartseal.services.ledger.LicenceKey;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.StateProof.Check;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.ledger.internal.Rlp.Item;
import org.chartseal.services.ledger.internal.Rlp.MalformedRlpException;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.cbor.CborException;
import org.chartseal.services.seal.cbor.CborReader;
import org.chartseal.services.seal.cbor.CborWriter;

/**
 * Raw proofs as they are kept: a CBOR map {@code v}, {@code nodes}, {@code words}, {@code header},
 * {@code account}. Paths are lists of indices into the nodes; the words are in the order of their
 * storage keys, with their values.
 */
public final class ProofBundle {

  private static final int VERSION = 1;
  private static final int MAX_NODES = 1 << 16;
  private static final int MAX_NODE = 1 << 10;
  private static final int MAX_HEADER = 1 << 12;
  private static final int MAX_PATH = 64;
  private static final int MAX_WORDS = 1 << 12;
  private static final int STATE_ROOT = 3;
  private static final int NUMBER = 8;
  private static final int TIME = 11;
  private static final int CODE_HASH = 3;

  /** One word's value and the way to it. */
  record Path(Hash32 value, List<Integer> nodes) {}

  private final byte[] header;
  private final List<String> nodes;
  private final List<Integer> account;
  private final List<Path> words;

  /**
   * @param header the block's, RLP
   * @param nodes in hexadecimal with {@code 0x}, each once
   */
  ProofBundle(byte[] header, List<String> nodes, List<Integer> account, List<Path> words) {
    this.header = header.clone();
    this.nodes = List.copyOf(nodes);
    this.account = List.copyOf(account);
    this.words = List.copyOf(words);
  }

  /**
   * The storage keys of slots and licences, in the order of their words, with what stands there.
   */
  private static final class Expected {
    private record Entry(String name, Predicate<Hash32> holds) {}

    private final TreeMap<Hash32, Entry> byKey = new TreeMap<>();

    Expected(Map<LedgerSlot, SlotState> slots, Map<LicenceKey, Licence> licences) {
      slots.forEach((slot, state) ->
          add(
              LedgerWords.entry(slot.key(), StorageLayout.WORDS),
              "of slot " + slot.slot().value().hex() + " of organisation " + slot.organisation(),
              word -> state.equals(state(word))));
      licences.forEach((key, licence) ->
          add(
              LedgerWords.entry(key.mappingKey(), StorageLayout.LICENCES),
              "of the licence of key "
                  + key.key().value().hex()
                  + " of organisation "
                  + key.organisation(),
              word -> licence.equals(Words.licence(word))));
    }

    private void add(Hash32 key, String name, Predicate<Hash32> holds) {
      byKey.put(key, new Entry(name, holds));
    }

    private static SlotState state(Hash32 word) {
      return word.equals(Hash32.ZERO)
          ? new SlotState.Empty()
          : new SlotState.Filled(new Word(word));
    }
  }

  /** What was proven wrong or is missing. */
  private static final class Unproven extends Exception {
    private static final long serialVersionUID = 1L;

    Unproven(String reason) {
      super(reason);
    }
  }

  /** Verifies that exactly this stood in the contract at the block. */
  public Check verify(
      BlockRef at,
      Address contract,
      Map<LedgerSlot, SlotState> slots,
      Map<LicenceKey, Licence> licences) {
    try {
      checkHeader(at);
      checkBallast();
      Hash32 codeHash = codeHash(at, contract);
      StorageProof proof = new StorageProof(at.stateRoot(), new PinnedContract(contract, codeHash));
      Expected expected = new Expected(slots, licences);
      if (expected.byKey.size() != words.size()) {
        throw new Unproven("The proofs are not those of the words that the file names.");
      }
      int index = 0;
      for (Map.Entry<Hash32, Expected.Entry> one : expected.byKey.entrySet()) {
        String name = one.getValue().name();
        Hash32 word = word(proof, one.getKey(), words.get(index++), name);
        if (!one.getValue().holds().test(word)) {
          throw new Unproven("Another word stood there than the file says: that " + name + ".");
        }
      }
      return new Check.Holds(codeHash);
    } catch (Unproven e) {
      return new Check.Fails(String.valueOf(e.getMessage()));
    }
  }

  private void checkHeader(BlockRef at) throws Unproven {
    if (!Digests.keccak256(header).equals(at.hash())) {
      throw new Unproven("The block's header has another hash than the file names.");
    }
    try {
      if (!(Rlp.decode(header) instanceof Item.Sequence(List<Item> fields))
          || fields.size() <= TIME
          || !Hash32.of(text(fields.get(STATE_ROOT))).equals(at.stateRoot())
          || number(fields.get(NUMBER)) != at.number()
          || !Instant.ofEpochSecond(number(fields.get(TIME))).equals(at.time())) {
        throw new Unproven("The block's header says another height, time or state.");
      }
    } catch (MalformedRlpException | IllegalArgumentException e) {
      throw new Unproven("The block's header cannot be read.");
    }
  }

  private void checkBallast() throws Unproven {
    Set<Integer> used = new HashSet<>(account);
    words.forEach(path -> used.addAll(path.nodes()));
    if (used.size() != nodes.size()) {
      throw new Unproven("The proofs hold nodes that belong to none of them.");
    }
  }

  private Hash32 codeHash(BlockRef at, Address contract) throws Unproven {
    return switch (new TrieProofs().verify(at.stateRoot(), contract.bytes(), nodes(account))) {
      case TrieProofs.Result.Invalid(String reason) ->
          throw new Unproven("The proof of the contract's account does not hold: " + reason + ".");
      case TrieProofs.Result.Absent _ ->
          throw new Unproven("At this block there was no contract at the ledger's address.");
      case TrieProofs.Result.Present(TrieNode.Text value) -> codeHash(value.bytes);
    };
  }

  private static Hash32 codeHash(byte[] account) throws Unproven {
    try {
      if (Rlp.decode(account) instanceof Item.Sequence(List<Item> fields)
          && fields.size() > CODE_HASH) {
        return Hash32.of(text(fields.get(CODE_HASH)));
      }
    } catch (MalformedRlpException | IllegalArgumentException e) {
      // Said below.
    }
    throw new Unproven("The account of the contract cannot be read.");
  }

  private Hash32 word(StorageProof proof, Hash32 key, Path path, String name) throws Unproven {
    ObjectNode answer = JsonRpc.object();
    list(answer.putArray("accountProof"), account);
    ObjectNode storage = answer.putArray("storageProof").addObject();
    storage.put("value", "0x" + LedgerWords.number(path.value()).toString(16));
    list(storage.putArray("proof"), path.nodes());
    String why = "it is no answer";
    try {
      switch (proof.verify(answer, List.of(key))) {
        case StorageProof.Verified.Words(Map<Hash32, Hash32> proven) -> {
          return proven.getOrDefault(key, Hash32.ZERO);
        }
        case StorageProof.Verified.OtherState _ -> why = "it is another block's";
        case StorageProof.Verified.OtherContract _ -> why = "it is another contract's";
        case StorageProof.Verified.Forged(String reason) -> why = reason;
      }
    } catch (JsonRpcException e) {
      // Said below.
    }
    throw new Unproven("The proof of the word " + name + " does not hold: " + why + ".");
  }

  private void list(ArrayNode array, List<Integer> indices) {
    nodes(indices).forEach(array::add);
  }

  private List<String> nodes(List<Integer> indices) {
    return indices.stream().map(nodes::get).toList();
  }

  private static byte[] text(Item item) throws MalformedRlpException {
    if (item instanceof Item.Text text) {
      return text.bytes;
    }
    throw new MalformedRlpException("bytes expected");
  }

  private static long number(Item item) throws MalformedRlpException {
    byte[] bytes = text(item);
    if (bytes.length > 7) {
      throw new MalformedRlpException("too large a number");
    }
    return bytes.length == 0 ? 0 : new BigInteger(1, bytes).longValueExact();
  }

  /** The bytes. */
  public byte[] bytes() {
    CborWriter writer = new CborWriter().map(5);
    writer.key("v").unsigned(VERSION);
    writer.key("nodes").array(nodes.size());
    nodes.forEach(node -> writer.bytes(HexFormat.of().parseHex(node, 2, node.length())));
    writer.key("words").array(words.size());
    for (Path path : words) {
      writer.array(2).bytes(path.value().bytes());
      write(writer, path.nodes());
    }
    writer.key("header").bytes(header);
    write(writer.key("account"), account);
    return writer.toByteArray();
  }

  /**
   * Reads the bytes; nothing is verified.
   *
   * @throws IllegalArgumentException if they are none of a known version
   */
  public static ProofBundle read(byte[] bytes) {
    try {
      CborReader reader = new CborReader(bytes);
      CborReader.Fields fields = reader.map();
      if (fields.require("v").unsigned(Long.MAX_VALUE) != VERSION) {
        throw new IllegalArgumentException("proofs of another version");
      }
      List<String> nodes = new ArrayList<>();
      for (int left = fields.require("nodes").array(MAX_NODES); left > 0; left--) {
        nodes.add(Hex.data(reader.bytes(MAX_NODE)));
      }
      List<Path> words = new ArrayList<>();
      for (int left = fields.require("words").array(MAX_WORDS); left > 0; left--) {
        reader.arrayOf(2);
        words.add(new Path(Hash32.of(reader.bytesOf(32)), indices(reader, nodes.size())));
      }
      byte[] header = fields.require("header").bytes(MAX_HEADER);
      List<Integer> account = indices(fields.require("account"), nodes.size());
      fields.end();
      reader.end();
      return new ProofBundle(header, nodes, account, words);
    } catch (CborException e) {
      throw new IllegalArgumentException(e);
    }
  }

  private static List<Integer> indices(CborReader reader, int nodes) throws CborException {
    List<Integer> indices = new ArrayList<>();
    for (int left = reader.array(MAX_PATH); left > 0; left--) {
      indices.add((int) reader.unsigned(nodes - 1L));
    }
    return indices;
  }

  private static void write(CborWriter writer, List<Integer> indices) {
    writer.array(indices.size());
    indices.forEach(writer::unsigned);
  }
}
