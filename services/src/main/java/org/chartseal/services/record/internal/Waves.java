package org.chartseal.services.record.internal;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.chartseal.services.record.LaneReading;
import org.chartseal.services.record.ScanOutcome;
import org.chartseal.services.record.StreamAccess;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.StreamId;

/**
 * What an opening reads from the ledger, in portions: a small one at first, with the ends of
 * generations and the newest years, then larger ones. For one thread at a time.
 */
public final class Waves {

  private static final int FIRST_ENTRIES = 50;
  private static final int MOST_ENTRIES = 2_000;
  private static final int FIRST_LANES = 16;
  private static final int MOST_LANES = 1_024;
  private static final int GROWTH = 8;

  private final LaneWalk walk;
  private final EvidenceGatherer gatherer;
  private final Predicate<LaneReading.Filled> places;
  private final List<StreamAccess> control = new ArrayList<>();
  private final Deque<StreamAccess> content = new ArrayDeque<>();
  private final Deque<LaneCursor> found = new ArrayDeque<>();
  private int entries = FIRST_ENTRIES;
  private int lanes = FIRST_LANES;

  /**
   * @param places of which entries something has to be known beside that they stand there
   */
  public Waves(
      LaneWalk walk,
      EvidenceGatherer gatherer,
      List<StreamAccess> streams,
      Predicate<LaneReading.Filled> places) {
    this.walk = walk;
    this.gatherer = gatherer;
    this.places = places;
    streams.stream()
        .sorted(Comparator.comparingInt((StreamAccess stream) -> stream.stream().year()).reversed())
        .forEach(stream -> (stream.isControl() ? control : content).add(stream));
  }

  /** What came of reading a portion. */
  public sealed interface Wave {
    /** Lanes, proven to their ends, with what is known of their entries. */
    record Read(List<LaneReading> lanes, Evidence evidence) implements Wave {}

    /** There is no more. */
    record End() implements Wave {}

    /** The ledger could not be read, or its proofs did not hold. */
    record Failed(Fault fault) implements Wave {}

    /** It was asked to stop. */
    record Stopped() implements Wave {}
  }

  /** Reads the next portion. */
  public Wave next(Progress progress) {
    List<LaneCursor> wave = new ArrayList<>();
    int expected = 0;
    int year = StreamId.CONTROL_YEAR;
    while ((expected < entries && wave.size() < lanes) || isOf(year)) {
      if (found.isEmpty()) {
        if (control.isEmpty() && content.isEmpty()) {
          break;
        }
        switch (walk.lanes(ahead())) {
          case LaneWalk.Lanes.Failed(var fault) -> {
            return new Wave.Failed(fault);
          }
          case LaneWalk.Lanes.Found(var more) ->
              more.forEach(lane -> (lane.access().isControl() ? wave : found).add(lane));
        }
      } else {
        LaneCursor lane = found.remove();
        wave.add(lane);
        expected += lane.expected();
        year = lane.access().stream().year();
      }
    }
    if (wave.isEmpty()) {
      return new Wave.End();
    }
    entries = Math.min(MOST_ENTRIES, GROWTH * entries);
    lanes = Math.min(MOST_LANES, GROWTH * lanes);
    return read(wave, progress);
  }

  /** Whether what comes next is of this year: the newest of a year are in one portion. */
  private boolean isOf(int year) {
    StreamAccess next = found.isEmpty() ? content.peek() : found.element().access();
    return next != null && next.stream().year() == year;
  }

  /** The streams whose lanes are looked for next. */
  private List<StreamAccess> ahead() {
    List<StreamAccess> ahead = new ArrayList<>(control);
    control.clear();
    for (int i = 0; i < lanes && !content.isEmpty(); i++) {
      ahead.add(content.remove());
    }
    return ahead;
  }

  private Wave read(List<LaneCursor> wave, Progress progress) {
    return switch (walk.prove(wave, progress)) {
      case ScanOutcome.Failed(var fault) -> new Wave.Failed(fault);
      case ScanOutcome.Stopped stopped -> new Wave.Stopped();
      case ScanOutcome.Scanned(var read) ->
          switch (gatherer.gather(read.stream().flatMap(this::opened).toList())) {
            case EvidenceGatherer.Outcome.Failed(var fault) -> new Wave.Failed(fault);
            case EvidenceGatherer.Outcome.Gathered(var evidence) -> new Wave.Read(read, evidence);
          };
    };
  }

  private Stream<LaneReading.Filled> opened(LaneReading lane) {
    return lane.access().isControl()
        ? lane.filled().stream()
        : lane.filled().stream().filter(places);
  }
}
