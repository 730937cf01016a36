package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.util.Optional;
import org.chartseal.services.outbox.LaneHead;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.seal.EntryDigests;

/** How far each lane is allocated. */
final class Lanes {

  private Lanes() {}

  static Optional<LaneHead> head(Tx tx, LaneKey lane) throws SQLException {
    return tx.one(
        "SELECT next, manifest, root FROM lanes WHERE stream = ? AND writer = ? AND lane = ?",
        row ->
            new LaneHead(
                (int) row.integer(1),
                row.hashIfAny(2).isPresent()
                    ? Optional.of(new EntryDigests(row.hash(2), row.hash(3)))
                    : Optional.empty()),
        lane.stream(),
        lane.writer().number(),
        lane.lane());
  }

  /** Whether an entry of the lane has lost its place and has no other yet. */
  static boolean hasMoved(Tx tx, LaneKey lane) throws SQLException {
    return tx.one(
            "SELECT 1 FROM jobs WHERE kind = 'ENTRY' AND state = 'MOVED' AND stream = ?"
                + " AND writer = ? AND lane = ?",
            row -> true,
            lane.stream(),
            lane.writer().number(),
            lane.lane())
        .isPresent();
  }

  static void set(Tx tx, LaneKey lane, LaneHead head) throws SQLException {
    tx.update(
        """
        INSERT INTO lanes VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT DO UPDATE
        SET next = excluded.next, manifest = excluded.manifest, root = excluded.root\
        """,
        lane.stream(),
        lane.writer().number(),
        lane.lane(),
        head.next(),
        head.previous().map(EntryDigests::manifestDigest).orElse(null),
        head.previous().map(EntryDigests::contentRoot).orElse(null));
  }
}
