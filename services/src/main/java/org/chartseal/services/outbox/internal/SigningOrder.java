package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.Fault;

/**
 * Keeps signatures from waiting for one another. A run is sent whole, and each entry after the one
 * before it in its lane: two signatures over interleaved lanes could wait for each other for ever.
 */
final class SigningOrder {

  private record Other(JobId id, int n, JobState state) {}

  private final Map<LaneKey, Set<Integer>> places = new HashMap<>();
  private final Set<JobId> signed = new HashSet<>();

  private SigningOrder(List<Queued> jobs) {
    for (Queued queued : jobs) {
      if (queued instanceof QueuedEntry entry) {
        places.computeIfAbsent(entry.lane(), lane -> new HashSet<>()).add(entry.place().n());
        signed.add(entry.job().id());
      }
    }
  }

  /** Why one signature over these jobs now could wait for ever. */
  static Optional<Fault> obstacle(Tx tx, List<Queued> jobs) throws SQLException {
    return new SigningOrder(jobs).obstacle(tx);
  }

  private Optional<Fault> obstacle(Tx tx) throws SQLException {
    boolean follows = false;
    boolean isFollowed = false;
    for (Map.Entry<LaneKey, Set<Integer>> lane : places.entrySet()) {
      int first = lane.getValue().stream().mapToInt(n -> n).min().orElseThrow();
      int last = lane.getValue().stream().mapToInt(n -> n).max().orElseThrow();
      for (Other other : unfinished(tx, lane.getKey())) {
        if (signed.contains(other.id())) {
          continue;
        }
        boolean isSigned = other.state() != JobState.DRAFT && other.state() != JobState.FAILED;
        if (other.n() < last && !isSigned) {
          return Optional.of(OutboxFaults.EARLIER_UNSIGNED);
        }
        follows |= other.n() < last;
        isFollowed |= other.n() > first && isSigned;
      }
    }
    // One alone waits for no more than it did when it was signed first.
    return follows && isFollowed && signed.size() > 1
        ? Optional.of(OutboxFaults.BETWEEN_SIGNED)
        : Optional.empty();
  }

  private static List<Other> unfinished(Tx tx, LaneKey lane) throws SQLException {
    return tx.all(
        """
        SELECT id, n, state FROM jobs WHERE kind = 'ENTRY' AND stream = ? AND writer = ?
          AND lane = ? AND state NOT IN ('FINAL', 'MOVED')\
        """,
        row ->
            new Other(
                new JobId(row.integer(1)), (int) row.integer(2), JobState.valueOf(row.text(3))),
        lane.stream(),
        lane.writer().number(),
        lane.lane());
  }
}
