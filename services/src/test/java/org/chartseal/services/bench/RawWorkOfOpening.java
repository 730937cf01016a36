package org.chartseal.services.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.ContentLeaves;
import org.chartseal.services.seal.Leaf;
import org.chartseal.services.seal.LeafExtractor;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignedStatement;

/**
 * Takes down what the protocol makes the primitives do for an opening: from the entries that were
 * given out and from the proofs that the node gave.
 */
final class RawWorkOfOpening {

  private static final int SEED = 32;
  private static final int HASH = 32;
  private static final int NODE = 1 + 2 * HASH;
  private static final int LEAST_LEAVES = 64;
  private static final int WORD_LABEL = 16;

  private final BlockStore blocks;
  private final LeafExtractor extractor;
  private final RawWork work = new RawWork();
  private final Map<LedgerSlot, Word> slots = new HashMap<>();

  RawWorkOfOpening(BlockStore blocks, LeafExtractor extractor) {
    this.blocks = blocks;
    this.extractor = extractor;
  }

  /** One entry: its block, its keys, its leaves, its word. */
  void add(RecordEntry entry) {
    slots.put(entry.anchor().slot(), entry.anchor().word());
    Cid cid = new Cid(entry.reference().orElseThrow().manifestDigest());
    if (!(blocks.get(cid) instanceof BlockStore.GetOutcome.Found(byte[] block))) {
      throw new IllegalStateException("an entry whose block is not stored");
    }
    work.aesGcm(block.length - 1 - SEED);
    // The entry's key, its sealing's, its manifest's, its salts' (protocol §2 and §3).
    for (int derived = 0; derived < 4; derived++) {
      work.hmac(HASH, 1);
    }
    List<Leaf> leaves;
    try {
      leaves =
          ContentLeaves.of(
              entry.content().orElseThrow(),
              entry.description().orElseThrow().subject(),
              extractor);
    } catch (RefusedException e) {
      throw new IllegalStateException(e);
    }
    int padded = Math.max(LEAST_LEAVES, Integer.highestOneBit(2 * leaves.size() - 1));
    work.hmac(4, padded);
    leaves.forEach(leaf -> work.keccak(1 + HASH + leaf.body().length));
    work.keccak(1 + HASH, padded - leaves.size());
    work.keccak(NODE, padded - 1);
    // The record digest and the word's tag.
    work.keccak(2 * HASH);
    work.keccak(WORD_LABEL + 2 * HASH);
  }

  /** The signatures, each once, and every entry's way up to what was signed. */
  void addSignatures(ProvenLedger ledger) {
    Set<SignedStatement> statements = new HashSet<>();
    for (AnchorEvidence evidence : ledger.evidence(slots).values()) {
      RunEvidence run = evidence.run().orElseThrow();
      statements.add(run.statement());
      work.keccak(NODE, 1 + run.inclusion().path().size());
    }
    for (SignedStatement signed : statements) {
      work.signature(
          new RawWork.Signed(signed.key(), signed.statement().bytes(), signed.signature()));
    }
  }

  /** The node's proofs: every node of a trie once, and the way to each key. */
  void addProofs(List<byte[]> answers) throws IOException {
    ObjectMapper json = new ObjectMapper();
    Set<String> nodes = new HashSet<>();
    for (byte[] answer : answers) {
      JsonNode result = json.readTree(answer).path("result");
      result.path("accountProof").forEach(node -> nodes.add(node.asText()));
      for (JsonNode proof : result.path("storageProof")) {
        proof.path("proof").forEach(node -> nodes.add(node.asText()));
        // The slot, its key in the mapping, the word's storage key, its path in the trie.
        work.hmac(6, 1);
        work.keccak(2 * HASH, 2);
        work.keccak(HASH);
      }
    }
    nodes.forEach(node -> work.keccak(node.length() / 2 - 1));
  }

  RawWork work() {
    return work;
  }
}
