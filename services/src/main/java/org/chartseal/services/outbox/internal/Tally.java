package org.chartseal.services.outbox.internal;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.DrainReport.Drained;
import org.chartseal.services.outbox.DrainReport.Moves;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/** What one pass did so far, and whether it is to go on. */
final class Tally {

  /** What is counted. */
  enum Move {
    STORED,
    SUBMITTED,
    FINISHED,
    RETURNED,
    MOVED,
    FAILED
  }

  private final Progress progress;
  private final long total;
  private final Map<Move, Integer> moves = new EnumMap<>(Move.class);
  private final Set<Fault> faults = new LinkedHashSet<>();
  private boolean networkFailed;

  /**
   * @param total how many jobs are on their way
   */
  Tally(Progress progress, long total) {
    this.progress = progress;
    this.total = total;
  }

  void count(Move move, int jobs) {
    moves.merge(move, jobs, Integer::sum);
  }

  /** Something is in the way of some jobs. */
  void obstacle(Fault fault) {
    faults.add(fault);
  }

  /** The network is in the way of everything: nothing more is sent in this pass. */
  void networkFailure(Fault fault) {
    networkFailed = true;
    faults.add(fault);
  }

  boolean networkFailed() {
    return networkFailed;
  }

  /** Whether to go on. */
  boolean goOn(String what) {
    return progress.step(Math.min(of(Move.FINISHED), total), total, what);
  }

  Drained report(int waiting, int needPerson) {
    return new DrainReport.Drained(
        new Moves(
            of(Move.STORED),
            of(Move.SUBMITTED),
            of(Move.FINISHED),
            of(Move.RETURNED),
            of(Move.MOVED),
            of(Move.FAILED)),
        waiting,
        needPerson,
        new ArrayList<>(faults));
  }

  private int of(Move move) {
    return moves.getOrDefault(move, 0);
  }
}
