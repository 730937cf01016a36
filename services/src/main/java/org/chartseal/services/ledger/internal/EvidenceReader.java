package org.chartseal.services.ledger.internal;

import static java.util.Objects.requireNonNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.AnchorEvidence.Check;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.RunEvidence;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks for the events of slots, and for the transactions that they name. Endpoints are asked one
 * after the other for what is still missing: some forget their history.
 */
final class EvidenceReader {

  private static final Logger LOG = LoggerFactory.getLogger(EvidenceReader.class);

  /** geth takes up to 1,000 alternatives of one topic. */
  private static final int CHUNK = 500;

  private final Endpoints endpoints;
  private final LedgerNetwork network;

  EvidenceReader(Endpoints endpoints, LedgerNetwork network) {
    this.endpoints = endpoints;
    this.network = network;
  }

  /** Any endpoint may lie: what its slot's word refutes is asked of the next one. */
  Map<LedgerSlot, AnchorEvidence> anchors(Map<LedgerSlot, Word> words) {
    Map<LedgerSlot, Set<RetractionEvidence>> retractions = retractions(retracted(words));
    Map<Hash32, LedgerSlot> wanted = byKey(words.keySet());
    Map<LedgerSlot, AnchorEvidence> open = new HashMap<>();
    Map<LedgerSlot, AnchorEvidence> found = new HashMap<>();
    for (Endpoint endpoint : endpoints.usable()) {
      if (!wanted.isEmpty()) {
        try {
          JsonRpc rpc = endpoint.rpc();
          anchors(rpc, logs(rpc, wanted, Abi.ANCHORED))
              .forEach((slot, hint) -> {
                Word word = requireNonNull(words.get(slot));
                switch (check(slot, word, hint, retractions.getOrDefault(slot, Set.of()))) {
                  case PROVEN -> found.put(slot, hint);
                  case OPEN -> open.putIfAbsent(slot, hint);
                  case REFUTED ->
                      LOG.warn("{} gave an event that the proven word refutes", endpoint.name());
                }
              });
          wanted.values().removeIf(found::containsKey);
        } catch (JsonRpcException e) {
          // These are hints: another endpoint, or the seal blocks, may give them.
        }
      }
    }
    open.forEach(found::putIfAbsent);
    return found;
  }

  private static Check check(
      LedgerSlot slot, Word word, AnchorEvidence hint, Set<RetractionEvidence> retractions) {
    boolean proven =
        retractions.stream()
            .anyMatch(retraction -> hint.isProvenRetracted(slot, word, retraction.retractor()));
    return proven ? Check.PROVEN : hint.check(slot, word);
  }

  private static Set<LedgerSlot> retracted(Map<LedgerSlot, Word> words) {
    Set<LedgerSlot> retracted = new HashSet<>();
    words.forEach((slot, word) -> {
      if (word.retractedAt().isPresent()) {
        retracted.add(slot);
      }
    });
    return retracted;
  }

  /**
   * What every endpoint says, one event each: a slot is retracted once. Which is true shows only
   * when the entry was read.
   */
  Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots) {
    Map<LedgerSlot, Set<RetractionEvidence>> found = new HashMap<>();
    if (slots.isEmpty()) {
      return found;
    }
    Map<Hash32, LedgerSlot> wanted = byKey(slots);
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        logs(endpoint.rpc(), wanted, Abi.RETRACTED)
            .forEach((slot, log) ->
                found.computeIfAbsent(slot, s -> new LinkedHashSet<>()).add(retraction(log)));
      } catch (JsonRpcException e) {
        // These are hints: another endpoint may give them.
      }
    }
    return found;
  }

  private static Map<Hash32, LedgerSlot> byKey(Set<LedgerSlot> slots) {
    Map<Hash32, LedgerSlot> keys = new HashMap<>();
    slots.forEach(slot -> keys.put(slot.key(), slot));
    return keys;
  }

  /** One event of the contract. */
  private record Log(List<Hash32> data, Hash32 transaction, long block) {}

  private Map<LedgerSlot, Log> logs(JsonRpc rpc, Map<Hash32, LedgerSlot> wanted, Hash32 event)
      throws JsonRpcException {
    Map<LedgerSlot, Log> logs = new HashMap<>();
    List<Hash32> keys = List.copyOf(wanted.keySet());
    int fields = event.equals(Abi.ANCHORED) ? 2 : 1;
    List<List<Hash32>> chunks = new ArrayList<>();
    for (int from = 0; from < keys.size(); from += CHUNK) {
      chunks.add(keys.subList(from, Math.min(from + CHUNK, keys.size())));
    }
    for (Optional<JsonNode> answer :
        Parallel.map(chunks, chunk -> logs(rpc, event, chunk)).values()) {
      for (JsonNode log : answer.orElseThrow(() -> JsonRpcException.unreachable(null))) {
        LedgerSlot slot = wanted.get(Hex.hash(log.path("topics").path(1)));
        if (slot != null) {
          logs.putIfAbsent(slot, log(log, fields));
        }
      }
    }
    return logs;
  }

  private Optional<JsonNode> logs(JsonRpc rpc, Hash32 event, List<Hash32> keys) {
    ArrayNode alternatives = JsonRpc.parameters();
    keys.forEach(key -> alternatives.add(Hex.data(key.bytes())));
    try {
      return Optional.of(rpc.call("eth_getLogs", filter(event, alternatives)));
    } catch (JsonRpcException e) {
      return Optional.empty();
    }
  }

  private ArrayNode filter(Hash32 event, ArrayNode keys) {
    ArrayNode parameters = JsonRpc.parameters();
    parameters
        .addObject()
        .put("address", network.ledger().address().hex())
        .put("fromBlock", Hex.quantity(network.deployedAt()))
        .put("toBlock", "latest")
        .putArray("topics")
        .add(Hex.data(event.bytes()))
        .add(keys);
    return parameters;
  }

  private static Log log(JsonNode log, int fields) throws JsonRpcException {
    byte[] data = Hex.bytes(log.path("data"));
    if (data.length != 32 * fields) {
      throw JsonRpcException.malformed("an event of another length");
    }
    List<Hash32> words = new ArrayList<>();
    for (int i = 0; i < fields; i++) {
      words.add(Hash32.of(Arrays.copyOfRange(data, 32 * i, 32 * i + 32)));
    }
    return new Log(
        words, Hex.hash(log.path("transactionHash")), Hex.small(log.path("blockNumber")));
  }

  private static RetractionEvidence retraction(Log log) {
    return new RetractionEvidence(new KeyId(log.data().getFirst()), log.transaction(), log.block());
  }

  private Map<LedgerSlot, AnchorEvidence> anchors(JsonRpc rpc, Map<LedgerSlot, Log> logs) {
    Set<Hash32> transactions = new LinkedHashSet<>();
    logs.values().forEach(log -> transactions.add(log.transaction()));
    Map<Hash32, Optional<AnchorCall>> calls =
        Parallel.map(List.copyOf(transactions), hash -> call(rpc, hash));
    Map<LedgerSlot, AnchorEvidence> found = new HashMap<>();
    logs.forEach((slot, log) -> {
      EntryReference entry =
          new EntryReference(slot.slot(), log.data().getFirst(), log.data().getLast());
      Optional<RunEvidence> run =
          calls
              .getOrDefault(log.transaction(), Optional.empty())
              .filter(call -> call.organisation().equals(slot.organisation()))
              .flatMap(call -> call.indexOf(entry).flatMap(call::evidence));
      found.put(
          slot,
          new AnchorEvidence(
              entry.manifestDigest(),
              entry.contentRoot(),
              run,
              Optional.of(new AnchorEvidence.Transaction(log.transaction(), log.block()))));
    });
    return found;
  }

  private Optional<AnchorCall> call(JsonRpc rpc, Hash32 hash) {
    try {
      JsonNode transaction =
          rpc.call("eth_getTransactionByHash", JsonRpc.parameters().add(Hex.data(hash.bytes())));
      return transaction.isNull()
          ? Optional.empty()
          : AnchorCall.read(Hex.bytes(transaction.path("input")), network.deployment());
    } catch (JsonRpcException e) {
      return Optional.empty();
    }
  }
}
