package org.chartseal.services.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.LaneScanner;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.junit.jupiter.api.Test;

class LaneScannerTest {

  static final BlockRef BLOCK = new BlockRef(1, Hash32.ZERO, Instant.EPOCH, Hash32.ZERO);

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
    ledger.say(Set.of());
    assertThat(
            new LaneScanner(ledger)
                .scan(BLOCK, List.of(stream(2025)), (done, total, what) -> done < 5))
        .isInstanceOf(ScanOutcome.Stopped.class);
  }

  @Test
  void a_hint_how_far_a_lane_goes_saves_questions() {
    ModelLedger ledger = new ModelLedger(1, lane(2025, 0, 900), lane(2024, 0, 256));
    List<LaneReading> lanes = scan(ledger, stream(2025), stream(2024));
    assertThat(lanes.getFirst().filled()).hasSize(900);
    assertThat(lanes.getLast().filled()).hasSize(256);
    assertThat(ledger.slotReads).isEqualTo(1);
    assertThat(ledger.hints).isLessThanOrEqualTo(4);
  }

  @Test
  void an_endpoint_that_lies_about_how_far_lanes_go_changes_nothing_that_is_read() {
    ModelLedger honest = new ModelLedger(1, lane(2025, 0, 40));
    ModelLedger hides = new ModelLedger(1, lane(2025, 0, 40));
    hides.say(Set.of());
    ModelLedger invents = new ModelLedger(1, lane(2025, 0, 40));
    invents.say(
        IntStream.range(0, 20_000)
            .mapToObj(n -> stream(2025).slot(new Place(0, n)))
            .collect(Collectors.toSet()));
    List<List<Integer>> places = new ArrayList<>();
    for (ModelLedger ledger : List.of(honest, hides, invents)) {
      LaneReading lane = scan(ledger, stream(2025)).getFirst();
      places.add(lane.filled().stream().map(filled -> filled.place().n()).toList());
      assertThat(lane.firstEmpty()).isEqualTo(40);
      assertThat(lane.disorder()).isEmpty();
    }
    assertThat(places.get(1)).isEqualTo(places.getFirst());
    assertThat(places.get(2)).isEqualTo(places.getFirst());
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
}
