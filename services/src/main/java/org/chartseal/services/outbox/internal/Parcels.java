package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** Rows of what shares a transaction. */
final class Parcels {

  /** The newest attempt to send a parcel; without a transaction its end is not known. */
  record Attempt(Instant at, long height, Optional<Hash32> transaction) {}

  /**
   * A parcel.
   *
   * @param batch the statement whose run it is; 0 for those without
   * @param run index of the run
   */
  record Parcel(long id, ParcelKind kind, long batch, int run, Optional<Attempt> attempt) {}

  /** A refusal at one block more often than this makes its jobs fail. */
  private static final int REFUSALS = 3;

  private static final String SELECT =
      "SELECT id, kind, batch, run, tried_at, tried_height, tx FROM parcels p ";

  private Parcels() {}

  static long add(Tx tx, ParcelKind kind) throws SQLException {
    return tx.insert("INSERT INTO parcels (kind) VALUES (?)", kind);
  }

  static long add(Tx tx, ParcelKind kind, long batch, int run) throws SQLException {
    return tx.insert("INSERT INTO parcels (kind, batch, run) VALUES (?, ?, ?)", kind, batch, run);
  }

  static Optional<Parcel> find(Tx tx, long id) throws SQLException {
    return tx.one(SELECT + "WHERE id = ?", Parcels::parcel, id);
  }

  /** Those that have a job in this state. */
  static List<Parcel> with(Tx tx, JobState state) throws SQLException {
    return tx.all(
        SELECT + "WHERE id IN (SELECT parcel FROM jobs WHERE state = ?) ORDER BY id",
        Parcels::parcel,
        state);
  }

  private static Parcel parcel(Row row) throws SQLException {
    Optional<Attempt> attempt =
        row.integerIfAny(5).isPresent()
            ? Optional.of(new Attempt(row.time(5), row.integer(6), row.hashIfAny(7)))
            : Optional.empty();
    return new Parcel(
        row.integer(1),
        ParcelKind.valueOf(row.text(2)),
        row.integer(3),
        (int) row.integer(4),
        attempt);
  }

  static List<JobId> jobs(Tx tx, long parcel, JobState state) throws SQLException {
    return tx.all(
        "SELECT id FROM jobs WHERE parcel = ? AND state = ? ORDER BY id",
        row -> new JobId(row.integer(1)),
        parcel,
        state);
  }

  /** Before it is sent: after a crash the attempt is known to have been made. */
  static void trying(Tx tx, long parcel, Instant now, long height) throws SQLException {
    tx.update(
        "UPDATE parcels SET tried_at = ?, tried_height = ?, tx = NULL WHERE id = ?",
        now,
        height,
        parcel);
  }

  /** It was sent, with these jobs. */
  static void sent(Tx tx, long parcel, Hash32 transaction, List<JobId> jobs) throws SQLException {
    tx.update("UPDATE parcels SET tx = ? WHERE id = ?", transaction, parcel);
    for (JobId job : jobs) {
      tx.update(
          "UPDATE jobs SET state = ? WHERE id = ? AND state = ?",
          JobState.SUBMITTED,
          job.value(),
          JobState.STORED);
    }
  }

  /**
   * It was not sent, or the chain lost it: what is not seen to have happened may be sent at once.
   */
  static int forget(Tx tx, long parcel) throws SQLException {
    tx.update("UPDATE parcels SET tried_at = NULL, tx = NULL WHERE id = ?", parcel);
    return tx.update(
        "UPDATE jobs SET state = ? WHERE parcel = ? AND state = ? AND seen_word IS NULL",
        JobState.STORED,
        parcel,
        JobState.SUBMITTED);
  }

  /**
   * The contract refused it at this height. What refuses at three different heights is no passing
   * thing: its jobs fail.
   *
   * @return how many jobs failed
   */
  static int refused(Tx tx, long parcel, long height, Fault why) throws SQLException {
    forget(tx, parcel);
    tx.update(
        "UPDATE parcels SET refusals = refusals + 1, refused_height = ?"
            + " WHERE id = ? AND refused_height <> ?",
        height,
        parcel,
        height);
    boolean enough =
        tx.one(
                "SELECT 1 FROM parcels WHERE id = ? AND refusals >= ?",
                row -> true,
                parcel,
                REFUSALS)
            .isPresent();
    return enough ? fail(tx, parcel, why) : 0;
  }

  private static int fail(Tx tx, long parcel, Fault why) throws SQLException {
    return tx.update(
        "UPDATE jobs SET state = ?, code = ?, sentence = ? WHERE parcel = ? AND state = ?",
        JobState.FAILED,
        why.code(),
        why.sentence(),
        parcel,
        JobState.STORED);
  }

  /** What failed is to be sent again as it was signed. */
  static void retry(Tx tx, long parcel) throws SQLException {
    tx.update("UPDATE parcels SET refusals = 0, refused_height = -1 WHERE id = ?", parcel);
    tx.update(
        "UPDATE jobs SET state = ?, code = NULL, sentence = NULL WHERE parcel = ? AND state = ?",
        JobState.STORED,
        parcel,
        JobState.FAILED);
  }
}
