package org.chartseal.services.ledger.internal;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.EndpointFault;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerNetwork;
import org.chartseal.services.seal.Fault;

/** Finds the newest block on which a quorum of endpoints agrees. */
final class HeadReader {

  /**
   * How far below the common height agreement is sought: a reorganisation in progress differs only
   * at the top.
   */
  private static final int STEPS_BACK = 3;

  private final Endpoints endpoints;
  private final int quorum;
  private final Duration maxAge;
  private final HeadMemory memory;
  private final InstantSource clock;

  HeadReader(Endpoints endpoints, LedgerNetwork network, HeadMemory memory, InstantSource clock) {
    this.endpoints = endpoints;
    this.quorum = network.quorum();
    this.maxAge = network.maxBlockAge();
    this.memory = memory;
    this.clock = clock;
  }

  HeadOutcome head() {
    Map<Endpoint, EndpointFault> faults = new LinkedHashMap<>();
    Map<Endpoint, BlockRef> newest = ask(endpoints.usable(), "latest", faults);
    for (int back = 0; back < STEPS_BACK && newest.size() >= quorum; back++) {
      long height = commonHeight(newest.values()) - back;
      Optional<List<Map.Entry<Endpoint, BlockRef>>> group =
          largestGroup(blocksAt(height, newest, faults));
      if (group.isPresent()) {
        return judge(group.get().getFirst().getValue(), all(faults));
      }
    }
    return new HeadOutcome.NoAgreement(LedgerFaults.NO_QUORUM, all(faults));
  }

  /**
   * The greatest height that a quorum claims to have reached: one liar among them cannot raise it.
   */
  private long commonHeight(Iterable<BlockRef> newest) {
    List<Long> heights = new ArrayList<>();
    newest.forEach(block -> heights.add(block.number()));
    heights.sort(Comparator.reverseOrder());
    return heights.get(quorum - 1);
  }

  private Map<Endpoint, BlockRef> blocksAt(
      long height, Map<Endpoint, BlockRef> newest, Map<Endpoint, EndpointFault> faults) {
    Map<Endpoint, BlockRef> found = new LinkedHashMap<>();
    List<Endpoint> ahead = new ArrayList<>();
    newest.forEach((endpoint, block) -> {
      if (block.number() == height) {
        found.put(endpoint, block);
      } else if (block.number() > height) {
        ahead.add(endpoint);
      }
    });
    ask(ahead, Hex.quantity(height), faults)
        .forEach((endpoint, block) -> {
          if (block.number() == height) {
            found.put(endpoint, block);
          } else {
            faults.put(endpoint, endpoint.fault(LedgerFaults.MALFORMED));
          }
        });
    Optional<List<Map.Entry<Endpoint, BlockRef>>> agreed = largestGroup(found);
    agreed.ifPresent(group -> nameTheOthers(found, group.getFirst().getValue(), faults));
    return found;
  }

  private static void nameTheOthers(
      Map<Endpoint, BlockRef> found, BlockRef agreed, Map<Endpoint, EndpointFault> faults) {
    found.forEach((endpoint, block) -> {
      if (!block.equals(agreed)) {
        faults.put(endpoint, endpoint.fault(LedgerFaults.DISAGREES));
      }
    });
  }

  private Optional<List<Map.Entry<Endpoint, BlockRef>>> largestGroup(
      Map<Endpoint, BlockRef> blocks) {
    return blocks.entrySet().stream()
        .collect(Collectors.groupingBy(Map.Entry::getValue))
        .values()
        .stream()
        .max(Comparator.comparingInt(List::size))
        .filter(group -> group.size() >= quorum);
  }

  private static Map<Endpoint, BlockRef> ask(
      List<Endpoint> asked, String height, Map<Endpoint, EndpointFault> faults) {
    Map<Endpoint, BlockRef> blocks = new LinkedHashMap<>();
    Parallel.map(asked, endpoint -> block(endpoint, height))
        .forEach((endpoint, answer) -> {
          switch (answer) {
            case Answer.Block(BlockRef block) -> blocks.put(endpoint, block);
            case Answer.Nothing(Fault fault) -> faults.put(endpoint, endpoint.fault(fault));
          }
        });
    return blocks;
  }

  private sealed interface Answer {
    record Block(BlockRef block) implements Answer {}

    record Nothing(Fault fault) implements Answer {}
  }

  private static Answer block(Endpoint endpoint, String height) {
    try {
      JsonNode block =
          endpoint.rpc().call("eth_getBlockByNumber", JsonRpc.parameters().add(height).add(false));
      try {
        return new Answer.Block(Headers.read(block));
      } catch (JsonRpcException e) {
        return new Answer.Nothing(LedgerFaults.FORGED_HEADER);
      }
    } catch (JsonRpcException e) {
      return new Answer.Nothing(endpoint.fault(e).fault());
    }
  }

  private HeadOutcome judge(BlockRef block, List<EndpointFault> faults) {
    switch (memory.accept(block.number())) {
      case HeadMemory.Outcome.Failed(Fault fault) -> {
        return new HeadOutcome.Stale(block, fault, faults);
      }
      case HeadMemory.Outcome.Remembered(long highest) -> {
        if (block.number() < highest) {
          return new HeadOutcome.Stale(block, LedgerFaults.BEHIND, faults);
        }
      }
    }
    if (block.time().plus(maxAge).isBefore(clock.instant())) {
      return new HeadOutcome.Stale(block, LedgerFaults.TOO_OLD, faults);
    }
    return new HeadOutcome.Agreed(block, faults);
  }

  private List<EndpointFault> all(Map<Endpoint, EndpointFault> faults) {
    List<EndpointFault> all = new ArrayList<>(faults.values());
    endpoints.expelled().stream().filter(fault -> !all.contains(fault)).forEach(all::add);
    return all;
  }
}
