package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.PinnedContract;
import org.chartseal.services.ledger.internal.StorageProof.Verified;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Reads storage words of a pinned contract with proofs, in parallel chunks, from whichever endpoint
 * gives a proof that holds.
 */
final class ContractReader {

  private static final Logger LOG = LoggerFactory.getLogger(ContractReader.class);

  private static final int CHUNK = 1_000;

  /**
   * Before each further question about the same block. While a node takes in a block, its state is
   * that of none; afterwards it answers for the block by its hash again.
   */
  private static final List<Duration> PAUSES =
      List.of(Duration.ofMillis(20), Duration.ofMillis(60), Duration.ofMillis(180));

  /** What came of a read. */
  sealed interface Outcome {
    /** Every key that was asked for, with its word. */
    record Proven(Map<Hash32, Hash32> words, List<EndpointFault> faults) implements Outcome {

      Hash32 word(Hash32 key) {
        Hash32 word = words.get(key);
        if (word == null) {
          throw new IllegalArgumentException("not a key that was asked for");
        }
        return word;
      }
    }

    record Refused(Fault fault, List<EndpointFault> faults) implements Outcome {}

    record Unavailable(Fault fault, List<EndpointFault> faults) implements Outcome {}
  }

  private record Chunk(int index, List<Hash32> keys) {}

  /** What came of one chunk: words, or else the fault that ended it. */
  private sealed interface Part {
    record Words(Map<Hash32, Hash32> words, List<EndpointFault> faults) implements Part {}

    record Failed(Fault fault, boolean refused, List<EndpointFault> faults) implements Part {}
  }

  private final Endpoints endpoints;

  ContractReader(Endpoints endpoints) {
    this.endpoints = endpoints;
  }

  Outcome read(BlockRef at, PinnedContract contract, Set<Hash32> keys) {
    StorageProof verifier = new StorageProof(at.stateRoot(), contract);
    Map<Hash32, Hash32> words = HashMap.newHashMap(keys.size());
    Set<EndpointFault> faults = new LinkedHashSet<>();
    List<Part.Failed> failures = new ArrayList<>();
    Parallel.map(chunks(keys), chunk -> read(chunk, at, contract, verifier))
        .values()
        .forEach(part -> {
          switch (part) {
            case Part.Words(Map<Hash32, Hash32> read, List<EndpointFault> met) -> {
              words.putAll(read);
              faults.addAll(met);
            }
            case Part.Failed failed -> {
              failures.add(failed);
              faults.addAll(failed.faults());
            }
          }
        });
    return outcome(words, List.copyOf(faults), failures);
  }

  private static Outcome outcome(
      Map<Hash32, Hash32> words, List<EndpointFault> faults, List<Part.Failed> failures) {
    for (Part.Failed failure : failures) {
      if (failure.refused()) {
        return new Outcome.Refused(failure.fault(), faults);
      }
    }
    return failures.isEmpty()
        ? new Outcome.Proven(words, faults)
        : new Outcome.Unavailable(failures.getFirst().fault(), faults);
  }

  private static List<Chunk> chunks(Set<Hash32> keys) {
    List<Hash32> sorted = keys.stream().sorted().toList();
    List<Chunk> chunks = new ArrayList<>();
    for (int from = 0; from < sorted.size(); from += CHUNK) {
      chunks.add(
          new Chunk(chunks.size(), sorted.subList(from, Math.min(from + CHUNK, sorted.size()))));
    }
    return chunks;
  }

  private Part read(Chunk chunk, BlockRef at, PinnedContract contract, StorageProof verifier) {
    List<Endpoint> candidates = endpoints.usable();
    List<EndpointFault> faults = new ArrayList<>();
    boolean lied = false;
    for (int i = 0; i < candidates.size(); i++) {
      Endpoint endpoint = candidates.get((chunk.index() + i) % candidates.size());
      try {
        switch (verified(endpoint, chunk, at, contract, verifier)) {
          case Verified.Words(Map<Hash32, Hash32> words) -> {
            return new Part.Words(words, faults);
          }
          case Verified.OtherContract _ -> {
            return new Part.Failed(LedgerFaults.OTHER_CONTRACT, true, faults);
          }
          case Verified.OtherState _ when hasMovedFrom(endpoint, at) ->
              faults.add(endpoint.fault(LedgerFaults.OTHER_STATE));
          case Verified.OtherState _ -> {
            leaveOut(endpoint, "another state than that of its newest block", faults);
            lied = true;
          }
          case Verified.Forged(String reason) -> {
            leaveOut(endpoint, reason, faults);
            lied = true;
          }
        }
      } catch (JsonRpcException e) {
        faults.add(endpoint.fault(e));
      }
    }
    if (lied) {
      return new Part.Failed(LedgerFaults.NOTHING_HOLDS, true, faults);
    }
    return new Part.Failed(why(faults), false, faults);
  }

  /** What a newer block may cure comes before what it cannot. */
  private static Fault why(List<EndpointFault> faults) {
    List<Fault> met = faults.stream().map(EndpointFault::fault).distinct().toList();
    return met.stream()
        .filter(LedgerFaults::isPassing)
        .findFirst()
        .orElseGet(() -> met.size() == 1 ? met.getFirst() : LedgerFaults.NOTHING_ANSWERS);
  }

  private static void leaveOut(Endpoint endpoint, String reason, List<EndpointFault> faults) {
    LOG.warn("{} gave a proof that does not hold and is left out: {}", endpoint.name(), reason);
    endpoint.expel(LedgerFaults.FORGED_PROOF);
    faults.add(endpoint.fault(LedgerFaults.FORGED_PROOF));
  }

  /**
   * Whether the endpoint has another newest block by now. Then it may have answered for that one in
   * good faith, and what it said is not taken, but no lie either.
   */
  private static boolean hasMovedFrom(Endpoint endpoint, BlockRef at) throws JsonRpcException {
    JsonNode newest =
        endpoint.rpc().call("eth_getBlockByNumber", JsonRpc.parameters().add("latest").add(false));
    BlockRef block = Headers.read(newest);
    return block.number() >= at.number() && !block.equals(at);
  }

  /**
   * Asks again where a proof does not hold: a node that takes in a block while it answers may
   * answer for that one (anvil does). Who lies, lies again.
   */
  private static Verified verified(
      Endpoint endpoint, Chunk chunk, BlockRef at, PinnedContract contract, StorageProof verifier)
      throws JsonRpcException {
    Verified verified = verifier.verify(ask(endpoint, chunk, at, contract), chunk.keys());
    for (Duration pause : PAUSES) {
      if (!(verified instanceof Verified.OtherState) || !paused(pause)) {
        return verified;
      }
      verified = verifier.verify(ask(endpoint, chunk, at, contract), chunk.keys());
    }
    return verified;
  }

  private static boolean paused(Duration pause) {
    try {
      Thread.sleep(pause);
      return true;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return false;
    }
  }

  /**
   * By hash (EIP-1898): after a reorganisation an honest node then says that it has no such block,
   * and is not taken for a liar.
   */
  private static JsonNode ask(Endpoint endpoint, Chunk chunk, BlockRef at, PinnedContract contract)
      throws JsonRpcException {
    ArrayNode keys = JsonRpc.parameters();
    chunk.keys().forEach(key -> keys.add(Hex.data(key.bytes())));
    return endpoint
        .rpc()
        .call(
            "eth_getProof",
            JsonRpc.parameters()
                .add(contract.address().hex())
                .add(keys)
                .add(JsonRpc.object().put("blockHash", Hex.data(at.hash().bytes()))));
  }
}
