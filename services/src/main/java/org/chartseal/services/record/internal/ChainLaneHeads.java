package org.chartseal.services.record.internal;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.LaneHead;
import org.chartseal.services.outbox.LaneHeads;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.LaneScanner;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;

/** Reads from the chain, with proofs, where the lanes of some streams go on. */
public final class ChainLaneHeads implements LaneHeads {

  private final ProvenLedger ledger;
  private final SealChains seals;
  private final Map<Hash32, StreamAccess> streams;

  /**
   * @param streams by their fingerprints
   */
  public ChainLaneHeads(ProvenLedger ledger, BlockStore blocks, Map<Hash32, StreamAccess> streams) {
    this.ledger = ledger;
    this.seals = new SealChains(new NewestBlock(ledger)::read, blocks);
    this.streams = Map.copyOf(streams);
  }

  @Override
  public Outcome head(LaneKey lane) {
    StreamAccess stream = streams.get(lane.stream());
    if (stream == null) {
      throw new IllegalArgumentException("a lane of another stream");
    }
    return head(stream, lane.lane());
  }

  private Outcome head(StreamAccess stream, int lane) {
    return switch (new LaneScanner(ledger).scan(List.of(stream), Progress.NONE)) {
      case ScanOutcome.Failed(var fault) -> new Outcome.Unknown(fault);
      case ScanOutcome.Stopped stopped -> throw new IllegalStateException("nobody asked to stop");
      case ScanOutcome.Scanned(var lanes) ->
          lanes.stream()
              .filter(reading -> reading.lane() == lane)
              .findFirst()
              .map(this::head)
              .orElseGet(() ->
                  new Outcome.Unknown(
                      new Fault(
                          "CS-WRITE-03",
                          "The registry gives this organisation fewer lanes. Ask its registrar, or use another lane.")));
    };
  }

  private Outcome head(LaneReading lane) {
    if (lane.firstEmpty() == 0) {
      return new Outcome.Proven(LaneHead.EMPTY);
    }
    LaneReading.Filled last = lane.filled().get(lane.firstEmpty() - 1);
    Map<LedgerSlot, Word> words = Map.of(last.slot(), last.word());
    Optional<AnchorEvidence> hint =
        Optional.ofNullable(seals.complete(words, ledger.evidence(words)).get(last.slot()))
            .filter(found -> isProven(found, last));
    return hint.<Outcome>map(found ->
            new Outcome.Proven(new LaneHead(lane.firstEmpty(), Optional.of(found.digests()))))
        .orElseGet(() ->
            new Outcome.Unknown(
                new Fault(
                    "CS-WRITE-04",
                    "No node and no seal block gives proof of the entry before this one. Add an endpoint that keeps its history, and try again.")));
  }

  /** What the next entry names as its predecessor is signed with it, and must be no node's word. */
  private boolean isProven(AnchorEvidence found, LaneReading.Filled last) {
    return switch (found.check(last.slot(), last.word())) {
      case PROVEN -> true;
      case REFUTED -> false;
      case OPEN ->
          last.word().retractedAt().isPresent()
              && ledger.retractions(Set.of(last.slot())).values().stream()
                  .flatMap(Set::stream)
                  .anyMatch(
                      hint -> found.isProvenRetracted(last.slot(), last.word(), hint.retractor()));
    };
  }
}
