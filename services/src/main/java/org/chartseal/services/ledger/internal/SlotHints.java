package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerSlot;

/** Asks for slots' words without proof, many in one request. */
final class SlotHints {

  /** geth takes up to 1,000 requests in a batch. */
  private static final int CHUNK = 1_000;

  private final Endpoints endpoints;
  private final LedgerNetwork network;

  SlotHints(Endpoints endpoints, LedgerNetwork network) {
    this.endpoints = endpoints;
    this.network = network;
  }

  /** The slots that an endpoint says are filled. */
  Set<LedgerSlot> filled(BlockRef at, Set<LedgerSlot> slots) {
    List<LedgerSlot> all = List.copyOf(slots);
    List<List<LedgerSlot>> chunks = new ArrayList<>();
    for (int from = 0; from < all.size(); from += CHUNK) {
      chunks.add(all.subList(from, Math.min(from + CHUNK, all.size())));
    }
    for (Endpoint endpoint : endpoints.usable()) {
      Map<List<LedgerSlot>, Optional<List<LedgerSlot>>> answers =
          Parallel.map(chunks, chunk -> ask(endpoint, at, chunk));
      if (answers.values().stream().allMatch(Optional::isPresent)) {
        Set<LedgerSlot> filled = new HashSet<>();
        answers.values().forEach(answer -> answer.ifPresent(filled::addAll));
        return filled;
      }
    }
    return Set.of();
  }

  private Optional<List<LedgerSlot>> ask(Endpoint endpoint, BlockRef at, List<LedgerSlot> slots) {
    List<ArrayNode> questions = new ArrayList<>(slots.size());
    for (LedgerSlot slot : slots) {
      questions.add(
          JsonRpc.parameters()
              .add(network.ledger().address().hex())
              .add(Hex.data(LedgerWords.entry(slot.key(), StorageLayout.WORDS).bytes()))
              .add(JsonRpc.object().put("blockHash", Hex.data(at.hash().bytes()))));
    }
    try {
      List<JsonNode> words = endpoint.rpc().batch("eth_getStorageAt", questions);
      List<LedgerSlot> filled = new ArrayList<>();
      for (int i = 0; i < words.size(); i++) {
        if (Hex.number(words.get(i)).signum() != 0) {
          filled.add(slots.get(i));
        }
      }
      return Optional.of(filled);
    } catch (JsonRpcException e) {
      // A hint that is not to be had costs questions, and nothing else.
      return Optional.empty();
    }
  }
}
