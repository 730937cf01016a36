package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.internal.Flight.Seen;
import org.chartseal.services.outbox.internal.Flight.Target;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Slot;

/** Finds the jobs that the chain is to be asked about, and notes what it said. */
final class Flights {

  private static final String SELECT =
      """
      SELECT j.id, j.state, j.kind, j.writer, j.slot, j.record, j.author, j.not_after, j.act,
        j.payload, j.seen_word, j.seen_height, coalesce(j.parcel, 0)
      FROM jobs j LEFT JOIN parcels p ON p.id = j.parcel
      """;

  /**
   * May be sent as far as the order of things goes: nothing that it waits for is unfinished; before
   * an entry there is nothing unfinished in its lane but what stands earlier in the same run, which
   * a patient's has none of; what is retracted is final.
   */
  private static final String IN_ORDER =
      """
      NOT EXISTS (SELECT 1 FROM waits w JOIN jobs a ON a.id = w.after
        WHERE w.job = j.id AND a.state <> 'FINAL')
      AND NOT (j.kind = 'ENTRY' AND EXISTS (SELECT 1 FROM jobs e
        WHERE e.kind = 'ENTRY' AND e.stream = j.stream AND e.writer = j.writer AND e.lane = j.lane
          AND e.n < j.n AND e.state NOT IN ('FINAL', 'MOVED')
          AND (j.writer = 0 OR e.parcel IS NULL OR j.parcel IS NULL OR e.parcel <> j.parcel)))
      AND NOT (j.kind = 'RETRACTION' AND EXISTS (SELECT 1 FROM jobs t
        WHERE t.kind = 'ENTRY' AND t.slot = j.slot AND t.writer = j.writer AND t.state <> 'FINAL'))
      """;

  /**
   * No attempt to send it is undecided: two blocks, or half a minute, decide one of which nothing
   * is known.
   */
  private static final String NOT_IN_DOUBT =
      "(p.tried_at IS NULL OR p.tried_height + 2 <= ? OR p.tried_at <= ?)";

  private static final Duration DOUBT = Duration.ofSeconds(30);

  private Flights() {}

  /** What can be sent now. */
  static List<Flight> ready(Tx tx, long height, Instant now) throws SQLException {
    return tx.all(
        SELECT
            + "WHERE j.state = 'STORED' AND "
            + IN_ORDER
            + " AND "
            + NOT_IN_DOUBT
            + " ORDER BY j.id",
        Flights::flight,
        height,
        now.minus(DOUBT));
  }

  /** What was sent, may have been sent, or failed and may have come through all the same. */
  static List<Flight> underWay(Tx tx) throws SQLException {
    return tx.all(
        SELECT
            + "WHERE j.state = 'SUBMITTED' OR j.state = 'FAILED'"
            + " OR (j.state = 'STORED' AND p.tried_at NOT NULL) ORDER BY j.id",
        Flights::flight);
  }

  /** What is final and not settled: all of it, or what is due for its last look. */
  static List<Flight> unsettled(Tx tx, boolean all, long height, DrainSettings settings)
      throws SQLException {
    long due = height - settings.finalityDepth() - settings.recheckDepth();
    return tx.all(
        SELECT + "WHERE j.state = 'FINAL' AND j.settled = 0 AND j.seen_height <= ? ORDER BY j.id",
        Flights::flight,
        all ? Long.MAX_VALUE : due);
  }

  /**
   * The final entries right before those that are stored: a lane must have no gap, whatever the
   * chain has lost.
   */
  static List<Flight> predecessors(Tx tx) throws SQLException {
    return tx.all(
        SELECT
            + """
            WHERE j.kind = 'ENTRY' AND j.state = 'FINAL' AND EXISTS (SELECT 1 FROM jobs f
              WHERE f.kind = 'ENTRY' AND f.stream = j.stream AND f.writer = j.writer
                AND f.lane = j.lane AND f.n = j.n + 1 AND f.state = 'STORED')\
            """,
        Flights::flight);
  }

  /** What was sent, or stands there without having been sent from here. */
  static List<Flight> submitted(Tx tx) throws SQLException {
    return tx.all(SELECT + "WHERE j.state = 'SUBMITTED' ORDER BY j.id", Flights::flight);
  }

  private static Flight flight(Row row) throws SQLException {
    Optional<Seen> seen =
        row.integerIfAny(12).isPresent()
            ? Optional.of(new Seen(row.hash(11), row.integer(12)))
            : Optional.empty();
    return new Flight(
        new JobId(row.integer(1)),
        JobState.valueOf(row.text(2)),
        target(row),
        seen,
        row.integer(13));
  }

  private static Target target(Row row) throws SQLException {
    JobKind kind = JobKind.valueOf(row.text(3));
    if (kind == JobKind.ACT) {
      return new Target.Act(row.text(9), row.bytes(10));
    }
    LedgerSlot slot = new LedgerSlot(new OrganisationId(row.integer(4)), new Slot(row.hash(5)));
    Hash32 recordDigest = row.hash(6);
    Optional<Instant> notAfter = row.integerIfAny(8).map(Instant::ofEpochSecond);
    return kind == JobKind.ENTRY
        ? new Target.Entry(slot, recordDigest, notAfter)
        : new Target.Retraction(slot, recordDigest, new KeyId(row.hash(7)), notAfter);
  }

  static void see(Tx tx, JobId id, Seen seen) throws SQLException {
    tx.update(
        "UPDATE jobs SET seen_word = ?, seen_height = ? WHERE id = ?",
        seen.word(),
        seen.height(),
        id.value());
  }

  static void unsee(Tx tx, JobId id) throws SQLException {
    tx.update("UPDATE jobs SET seen_word = NULL, seen_height = NULL WHERE id = ?", id.value());
  }

  /**
   * It was looked at for the last time: the block store has its blocks, and they are let go here.
   */
  static void settle(Tx tx, JobId id) throws SQLException {
    tx.update("UPDATE jobs SET settled = 1 WHERE id = ?", id.value());
    tx.update("DELETE FROM blocks WHERE job = ?", id.value());
  }

  /** It was final, and the chain has lost it. */
  static void unsettle(Tx tx, JobId id) throws SQLException {
    tx.update("UPDATE jobs SET settled = 0, state = 'STORED' WHERE id = ?", id.value());
  }

  static void leaveParcel(Tx tx, JobId id) throws SQLException {
    tx.update("UPDATE jobs SET parcel = NULL WHERE id = ?", id.value());
  }

  static long highest(Tx tx) throws SQLException {
    return tx.one("SELECT highest FROM about", row -> row.integer(1)).orElseThrow();
  }

  static void setHighest(Tx tx, long height) throws SQLException {
    tx.update("UPDATE about SET highest = ?", height);
  }
}
