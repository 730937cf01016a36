package org.chartseal.services.record.internal;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.chartseal.services.blocks.FolderBlockStore;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.record.internal.Waves.Wave;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.StreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** In which portions an opening reads the ledger. */
class WavesTest {

  @TempDir static Path noBlocks;

  @Test
  void an_opening_of_a_thousand_empty_streams_costs_few_round_trips() {
    ModelLedger ledger = new ModelLedger(1);
    List<StreamAccess> streams = IntStream.range(1000, 2000).mapToObj(ModelLane::stream).toList();
    assertThat(lanes(waves(ledger, streams))).hasSize(1000);
    assertThat(ledger.reads).isLessThanOrEqualTo(4);
    assertThat(ledger.hints).isLessThanOrEqualTo(3);
  }

  @Test
  void the_first_portion_is_the_newest_year_with_the_ends_of_generations() {
    ModelLedger ledger = new ModelLedger(1, lane(2024, 200), lane(2025, 60), lane(2026, 20));
    List<StreamAccess> streams = new ArrayList<>();
    for (int year : List.of(2024, StreamId.CONTROL_YEAR, 2026, 2025)) {
      streams.add(ModelLane.stream(year));
    }
    List<List<LaneReading>> waves = waves(ledger, streams);
    assertThat(waves).hasSize(2);
    assertThat(years(waves.getFirst())).containsExactly(StreamId.CONTROL_YEAR, 2026, 2025);
    assertThat(years(waves.getLast())).containsExactly(2024);
  }

  @Test
  void every_stream_is_read_once() {
    ModelLane[] filled =
        IntStream.range(1900, 2000)
            .mapToObj(year -> lane(year, year % 90))
            .toArray(ModelLane[]::new);
    ModelLedger ledger = new ModelLedger(2, filled);
    List<StreamAccess> streams = IntStream.range(1900, 2000).mapToObj(ModelLane::stream).toList();
    List<LaneReading> lanes = lanes(waves(ledger, streams));
    assertThat(lanes).hasSize(200);
    assertThat(years(lanes)).isSortedAccordingTo((a, b) -> b - a);
    assertThat(lanes.stream().mapToInt(lane -> lane.filled().size()).sum())
        .isEqualTo(IntStream.range(1900, 2000).map(year -> year % 90).sum());
  }

  private static List<LaneReading> lanes(List<List<LaneReading>> waves) {
    return waves.stream().flatMap(List::stream).toList();
  }

  private static List<Integer> years(List<LaneReading> lanes) {
    return lanes.stream().map(lane -> lane.access().stream().year()).toList();
  }

  private static List<List<LaneReading>> waves(ModelLedger ledger, List<StreamAccess> streams) {
    Waves waves =
        new Waves(
            new LaneWalk(ledger, LaneScannerTest.BLOCK),
            new EvidenceGatherer(
                ledger,
                new SealChains(
                    query -> ledger.read(LaneScannerTest.BLOCK, query),
                    new FolderBlockStore(noBlocks)),
                LaneScannerTest.BLOCK,
                true),
            streams,
            place -> true);
    List<List<LaneReading>> read = new ArrayList<>();
    Wave wave = waves.next(Progress.NONE);
    while (wave instanceof Wave.Read(List<LaneReading> lanes, Evidence evidence)) {
      read.add(lanes);
      wave = waves.next(Progress.NONE);
    }
    assertThat(wave).isInstanceOf(Wave.End.class);
    return read;
  }

  private static ModelLane lane(int year, int length) {
    Map<Integer, Integer> filled = new HashMap<>();
    IntStream.range(0, length).forEach(n -> filled.put(n, n));
    return new ModelLane(year, 0, filled);
  }
}
