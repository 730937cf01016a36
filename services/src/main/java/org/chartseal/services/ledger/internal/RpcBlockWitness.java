package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.BlockWitness;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.StateProof;
import org.chartseal.services.seal.Hash32;

/** Asks a network's endpoints about one block. */
public final class RpcBlockWitness implements BlockWitness {

  /** An honest node that takes in a block meanwhile may answer for that one. */
  private static final int TRIES = 3;

  private final LedgerNetwork network;
  private final Endpoints endpoints;

  public RpcBlockWitness(LedgerNetwork network, Endpoints endpoints) {
    this.network = network;
    this.endpoints = endpoints;
  }

  @Override
  public Optional<StateProof> prove(BlockRef at, LedgerQuery query) {
    TreeSet<Hash32> keys = new TreeSet<>();
    query.slots().forEach(slot -> keys.add(LedgerWords.entry(slot.key(), StorageLayout.WORDS)));
    query
        .licences()
        .forEach(key -> keys.add(LedgerWords.entry(key.mappingKey(), StorageLayout.LICENCES)));
    for (Endpoint endpoint : endpoints.usable()) {
      for (int attempt = 0; attempt < TRIES; attempt++) {
        try {
          Optional<StateProof> proof = prove(endpoint.rpc(), at, List.copyOf(keys));
          if (proof.isPresent()) {
            return proof;
          }
        } catch (JsonRpcException e) {
          break;
        }
      }
    }
    return Optional.empty();
  }

  @Override
  public Standing standing(BlockRef block) {
    Map<Hash32, Integer> votes = new LinkedHashMap<>();
    for (Endpoint endpoint : endpoints.usable()) {
      try {
        JsonNode found =
            endpoint
                .rpc()
                .call(
                    "eth_getBlockByNumber",
                    JsonRpc.parameters().add(Hex.quantity(block.number())).add(false));
        if (found.isObject()) {
          votes.merge(Headers.read(found).hash(), 1, Integer::sum);
        }
      } catch (JsonRpcException e) {
        // Who does not answer has no vote.
      }
    }
    return votes.entrySet().stream()
        .filter(vote -> vote.getValue() >= network.quorum())
        .findFirst()
        .map(vote -> vote.getKey().equals(block.hash()) ? Standing.CANONICAL : Standing.OTHER)
        .orElse(Standing.UNKNOWN);
  }

  /** Empty when what the endpoint gives does not hold. */
  private Optional<StateProof> prove(JsonRpc rpc, BlockRef at, List<Hash32> keys)
      throws JsonRpcException {
    String hash = Hex.data(at.hash().bytes());
    ArrayNode asked = JsonRpc.parameters();
    keys.forEach(key -> asked.add(Hex.data(key.bytes())));
    JsonNode answer =
        rpc.call(
            "eth_getProof",
            JsonRpc.parameters()
                .add(network.ledger().address().hex())
                .add(asked)
                .add(JsonRpc.object().put("blockHash", hash)));
    if (!(new StorageProof(at.stateRoot(), network.ledger()).verify(answer, keys)
        instanceof StorageProof.Verified.Words(Map<Hash32, Hash32> words))) {
      return Optional.empty();
    }
    JsonNode block = rpc.call("eth_getBlockByHash", JsonRpc.parameters().add(hash).add(false));
    if (!block.isObject() || !Headers.hash(block).equals(at.hash())) {
      return Optional.empty();
    }
    Nodes nodes = new Nodes();
    List<Integer> account = nodes.path(answer.path("accountProof"));
    List<ProofBundle.Path> paths = new ArrayList<>();
    for (int i = 0; i < keys.size(); i++) {
      Hash32 value = words.getOrDefault(keys.get(i), Hash32.ZERO);
      paths.add(
          new ProofBundle.Path(
              value, nodes.path(answer.path("storageProof").path(i).path("proof"))));
    }
    return Optional.of(
        new StateProof(new ProofBundle(Headers.encoded(block), nodes.list(), account, paths)));
  }

  /** Nodes in the order in which they are met, each once. */
  private static final class Nodes {
    private final Map<String, Integer> indices = new LinkedHashMap<>();

    List<Integer> path(JsonNode proof) {
      List<Integer> path = new ArrayList<>();
      proof.forEach(node -> path.add(index(node.asText())));
      return path;
    }

    private int index(String node) {
      Integer known = indices.putIfAbsent(node, indices.size());
      return known == null ? indices.size() - 1 : known;
    }

    List<String> list() {
      return List.copyOf(indices.keySet());
    }
  }
}
