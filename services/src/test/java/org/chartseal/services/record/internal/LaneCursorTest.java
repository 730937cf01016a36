package org.chartseal.services.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.SlotState;
import org.chartseal.services.record.LaneReading;
import org.junit.jupiter.api.Test;

/** Whatever a lane looks like, it is read to two places beyond its end, and a gap is named. */
class LaneCursorTest {

  @Property(tries = 300)
  void what_is_filled_is_found_and_what_is_not_is_not(
      @ForAll("lanes") Map<Integer, Integer> filled) {
    ModelLane lane = new ModelLane(2026, 0, filled);
    LaneReading reading = read(lane, new HashSet<>());

    assertThat(reading.firstEmpty()).isEqualTo(lane.firstEmpty());
    Set<Integer> found =
        reading.filled().stream().map(place -> place.place().n()).collect(Collectors.toSet());
    assertThat(lane.filled.keySet()).containsAll(found);
    assertThat(found).containsAll(lane.filled.headMap(lane.visibleUntil()).keySet());
    assertThat(reading.filled())
        .allSatisfy(place ->
            assertThat(place.word().anchoredAt())
                .isEqualTo(ModelLane.at(lane.filled.get(place.place().n()))));
  }

  @Property(tries = 300)
  void two_places_beyond_the_first_empty_one_are_proven_empty(
      @ForAll("lanes") Map<Integer, Integer> filled) {
    ModelLane lane = new ModelLane(2026, 0, filled);
    Set<Integer> asked = new HashSet<>();
    LaneReading reading = read(lane, asked);
    int end = Math.max(lane.firstEmpty(), lane.visibleUntil());
    assertThat(asked).contains(reading.firstEmpty(), end, end + 1, end + 2);
  }

  @Property(tries = 300)
  void disorder_begins_where_a_gap_or_a_step_back_in_time_is(
      @ForAll("lanes") Map<Integer, Integer> filled) {
    ModelLane lane = new ModelLane(2026, 0, filled);
    LaneReading reading = read(lane, new HashSet<>());
    OptionalInt expected = OptionalInt.empty();
    int before = Integer.MIN_VALUE;
    for (LaneReading.Filled place : reading.filled()) {
      int n = place.place().n();
      int second = lane.filled.get(n);
      if (expected.isEmpty() && (n > lane.firstEmpty() || second < before)) {
        expected = OptionalInt.of(n);
      }
      before = second;
    }
    assertThat(reading.disorder()).isEqualTo(expected);
  }

  @Property(tries = 300)
  void whatever_a_hint_says_a_lane_is_read_to_two_places_beyond_its_end(
      @ForAll("lanes") Map<Integer, Integer> filled, @ForAll @IntRange(max = 3_000) int hint) {
    ModelLane lane = new ModelLane(2026, 0, filled);
    LaneCursor cursor = new LaneCursor(lane.access, lane.lane);
    cursor.expect(hint);
    Set<Integer> asked = new HashSet<>();
    while (!cursor.done()) {
      step(lane, cursor, asked);
    }
    LaneReading reading = cursor.reading();
    assertThat(reading.firstEmpty()).isEqualTo(lane.firstEmpty());
    int end = Math.max(lane.firstEmpty(), lane.visibleUntil());
    assertThat(asked).contains(reading.firstEmpty(), end, end + 1, end + 2);
    assertThat(reading.filled().stream().map(place -> place.place().n()))
        .containsAll(lane.filled.headMap(lane.visibleUntil()).keySet());
  }

  @Test
  void an_empty_lane_is_asked_for_three_places_at_once() {
    Set<Integer> asked = new HashSet<>();
    LaneReading reading = read(new ModelLane(2026, 0, Map.of()), asked);
    assertThat(asked).containsExactlyInAnyOrder(0, 1, 2);
    assertThat(reading.filled()).isEmpty();
    assertThat(reading.disorder()).isEmpty();
  }

  @Test
  void a_long_lane_takes_few_round_trips() {
    Map<Integer, Integer> filled = new HashMap<>();
    IntStream.range(0, 1_000).forEach(n -> filled.put(n, n));
    ModelLane lane = new ModelLane(2026, 0, filled);
    LaneCursor cursor = new LaneCursor(lane.access, 0);
    int trips = 0;
    while (!cursor.done()) {
      step(lane, cursor, new HashSet<>());
      trips++;
    }
    assertThat(cursor.reading().firstEmpty()).isEqualTo(1_000);
    assertThat(trips).isLessThanOrEqualTo(8);
  }

  @Provide
  Arbitrary<Map<Integer, Integer>> lanes() {
    Arbitrary<Integer> length = Arbitraries.integers().between(0, 60);
    Arbitrary<Set<Integer>> holes = Arbitraries.integers().between(0, 60).set().ofMaxSize(6);
    Arbitrary<List<Integer>> steps =
        Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(20, Arbitraries.integers().between(0, 5)),
                net.jqwik.api.Tuple.of(1, Arbitraries.integers().between(-9, -1)))
            .list()
            .ofSize(60);
    return Combinators.combine(length, holes, steps)
        .as((count, gaps, deltas) -> {
          Map<Integer, Integer> filled = new HashMap<>();
          int second = 1_000_000;
          for (int n = 0; n < count; n++) {
            second += deltas.get(n);
            if (!gaps.contains(n)) {
              filled.put(n, second);
            }
          }
          return filled;
        });
  }

  private static LaneReading read(ModelLane lane, Set<Integer> asked) {
    LaneCursor cursor = new LaneCursor(lane.access, lane.lane);
    while (!cursor.done()) {
      step(lane, cursor, asked);
    }
    return cursor.reading();
  }

  private static void step(ModelLane lane, LaneCursor cursor, Set<Integer> asked) {
    Map<LedgerSlot, SlotState> states = new HashMap<>();
    for (LedgerSlot slot : cursor.ask()) {
      asked.add(lane.place(slot));
      states.put(slot, lane.state(slot));
    }
    cursor.take(states);
  }
}
