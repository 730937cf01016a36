package org.chartseal.services.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.chartseal.services.ledger.AnchorEvidence;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.LedgerQuery;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.OrganisationRole;
import org.chartseal.services.ledger.OrganisationStatus;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ReadOutcome;
import org.chartseal.services.ledger.RegisteredOrganisation;
import org.chartseal.services.ledger.RetractionEvidence;
import org.chartseal.services.ledger.SealHead;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.LaneScanner;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Test;

class LaneScannerTest {

  private static final BlockRef BLOCK = new BlockRef(1, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO);

  @Test
  void every_lane_that_the_registry_gives_a_writer_is_read() {
    ModelLedger ledger = new ModelLedger(3, lane(2025, 0, 5), lane(2025, 2, 1), lane(2026, 1, 40));
    List<LaneReading> lanes = scan(ledger, stream(2025), stream(2026));
    assertThat(lanes).hasSize(6);
    assertThat(lanes.stream().mapToInt(reading -> reading.filled().size()).toArray())
        .containsExactly(5, 0, 1, 0, 40, 0);
    assertThat(lanes).allMatch(reading -> reading.disorder().isEmpty());
  }

  @Test
  void round_trips_grow_with_the_longest_lane_and_not_with_the_number_of_streams() {
    ModelLane[] lanes =
        IntStream.range(0, 100).mapToObj(i -> lane(1900 + i, 0, i % 7)).toArray(ModelLane[]::new);
    ModelLedger ledger = new ModelLedger(1, lanes);
    scan(
        ledger,
        IntStream.range(0, 100).mapToObj(i -> stream(1900 + i)).toArray(StreamAccess[]::new));
    assertThat(ledger.slotReads).isLessThanOrEqualTo(3);
  }

  @Test
  void an_unproven_read_is_a_failure_and_never_an_empty_lane() {
    ModelLedger ledger = new ModelLedger(1, lane(2025, 0, 5));
    ledger.refuseSlots = true;
    assertThat(new LaneScanner(ledger).scan(BLOCK, List.of(stream(2025)), Progress.NONE))
        .isInstanceOf(ScanOutcome.Failed.class);
  }

  @Test
  void it_stops_when_it_is_asked_to() {
    ModelLedger ledger = new ModelLedger(1, lane(2025, 0, 900));
    assertThat(
            new LaneScanner(ledger)
                .scan(BLOCK, List.of(stream(2025)), (done, total, what) -> done < 5))
        .isInstanceOf(ScanOutcome.Stopped.class);
  }

  private static List<LaneReading> scan(ProvenLedger ledger, StreamAccess... streams) {
    ScanOutcome outcome = new LaneScanner(ledger).scan(BLOCK, List.of(streams), Progress.NONE);
    assertThat(outcome).isInstanceOf(ScanOutcome.Scanned.class);
    return ((ScanOutcome.Scanned) outcome).lanes();
  }

  private static StreamAccess stream(int year) {
    return ModelLane.stream(year);
  }

  private static ModelLane lane(int year, int lane, int length) {
    Map<Integer, Integer> filled = new HashMap<>();
    IntStream.range(0, length).forEach(n -> filled.put(n, n));
    return new ModelLane(year, lane, filled);
  }

  /** A ledger that holds some lanes and nothing else. */
  private static final class ModelLedger implements ProvenLedger {
    private final int lanes;
    private final List<ModelLane> filled;
    private int slotReads;
    private boolean refuseSlots;

    ModelLedger(int lanes, ModelLane... filled) {
      this.lanes = lanes;
      this.filled = List.of(filled);
    }

    @Override
    public HeadOutcome head() {
      return new HeadOutcome.Agreed(BLOCK, List.of());
    }

    @Override
    public ReadOutcome read(BlockRef at, LedgerQuery query) {
      if (!query.slots().isEmpty()) {
        slotReads++;
        if (refuseSlots) {
          return new ReadOutcome.Refused(new Fault("CS-TEST-01", "forged"), List.of());
        }
      }
      Map<LedgerSlot, SlotState> states = new HashMap<>();
      query.slots().forEach(slot -> states.put(slot, state(slot)));
      Map<OrganisationId, RegisteredOrganisation> organisations = new HashMap<>();
      for (OrganisationId id : query.organisations()) {
        organisations.put(
            id,
            new RegisteredOrganisation(
                OrganisationStatus.ACTIVE,
                Set.of(OrganisationRole.PROVIDER),
                lanes,
                new SealHead(Hash32.ZERO, 0, Instant.EPOCH)));
      }
      return new ReadOutcome.Proven(at, states, Map.of(), organisations, List.of());
    }

    private SlotState state(LedgerSlot slot) {
      return new ArrayList<>(filled)
          .stream()
              .filter(lane -> lane.holds(slot))
              .findFirst()
              .map(lane -> lane.state(slot))
              .orElse(new SlotState.Empty());
    }

    @Override
    public Map<LedgerSlot, AnchorEvidence> evidence(Map<LedgerSlot, Word> words) {
      return Map.of();
    }

    @Override
    public Map<LedgerSlot, Set<RetractionEvidence>> retractions(Set<LedgerSlot> slots) {
      return Map.of();
    }
  }
}
