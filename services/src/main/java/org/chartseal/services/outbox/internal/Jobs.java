package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.ledger.PatientAnchor;
import org.chartseal.services.outbox.ActDraft;
import org.chartseal.services.outbox.ActKind;
import org.chartseal.services.outbox.EntryRequest;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.JobStatus;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.PatientAuthority;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.outbox.SealedDraft;
import org.chartseal.services.seal.EntryDigests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.SealedEntry;
import org.chartseal.services.seal.Slot;

/** Rows of jobs and of their sealed blocks. */
final class Jobs {

  private static final String SELECT =
      """
      SELECT j.id, j.kind, j.state, j.writer, j.owner, j.queued_at, p.tx, j.code, j.sentence,
        j.slot, j.record, j.manifest, j.root, j.stream, j.lane, j.n, j.author, j.act
      FROM jobs j LEFT JOIN parcels p ON p.id = j.parcel
      """;

  private static final String ON_THEIR_WAY =
      """
      j.state IN ('SIGNED', 'STORED', 'SUBMITTED')
      AND NOT EXISTS (SELECT 1 FROM waits w JOIN jobs a ON a.id = w.after
        WHERE w.job = j.id AND a.state IN ('DRAFT', 'MOVED', 'FAILED'))
      AND NOT (j.kind = 'ENTRY' AND j.state <> 'SUBMITTED' AND EXISTS (SELECT 1 FROM jobs e
        WHERE e.kind = 'ENTRY' AND e.stream = j.stream AND e.writer = j.writer AND e.lane = j.lane
          AND e.n < j.n AND e.state IN ('DRAFT', 'FAILED')))\
      """;

  private Jobs() {}

  static List<Queued> onTheirWay(Tx tx) throws SQLException {
    return where(tx, ON_THEIR_WAY);
  }

  static int countOnTheirWay(Tx tx) throws SQLException {
    return tx.one("SELECT count(*) FROM jobs j WHERE " + ON_THEIR_WAY, row -> (int) row.integer(1))
        .orElseThrow();
  }

  static List<Queued> where(Tx tx, String condition, Object... values) throws SQLException {
    return tx.all(SELECT + " WHERE " + condition + " ORDER BY j.id", Jobs::queued, values);
  }

  static Optional<Queued> find(Tx tx, JobId id) throws SQLException {
    return tx.one(SELECT + " WHERE j.id = ?", Jobs::queued, id.value());
  }

  /**
   * What was signed and has lost its place. A draft with a leaf in a statement was signed for
   * another place before.
   */
  static List<QueuedEntry> displaced(Tx tx, OrganisationId writer, KeyId author)
      throws SQLException {
    return tx
        .all(
            SELECT
                + """
                WHERE j.kind = 'ENTRY' AND j.writer = ? AND (j.writer = 0 OR j.author = ?)
                  AND (j.state = 'MOVED' OR (j.state = 'DRAFT'
                    AND EXISTS (SELECT 1 FROM leaves l WHERE l.job = j.id)))
                ORDER BY j.stream, j.lane, j.n\
                """,
            Jobs::queued,
            writer.number(),
            author.value())
        .stream()
        .map(QueuedEntry.class::cast)
        .toList();
  }

  static List<QueuedRetraction> unsignedAfter(Tx tx, JobId job) throws SQLException {
    return where(
            tx,
            "j.kind = 'RETRACTION' AND j.state = 'DRAFT'"
                + " AND EXISTS (SELECT 1 FROM waits w WHERE w.job = j.id AND w.after = ?)",
            job.value())
        .stream()
        .map(QueuedRetraction.class::cast)
        .toList();
  }

  static Optional<byte[]> block(Tx tx, Cid cid) throws SQLException {
    return tx.one("SELECT bytes FROM blocks WHERE digest = ?", row -> row.bytes(1), cid.digest());
  }

  static JobId addEntry(Tx tx, EntryRequest request, Instant now) throws SQLException {
    JobId id =
        new JobId(
            tx.insert(
                "INSERT INTO jobs (kind, state, writer, owner, queued_at, stream, lane)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                JobKind.ENTRY,
                JobState.DRAFT,
                request.lane().writer().number(),
                request.owner().label(),
                now,
                request.lane().stream(),
                request.lane().lane()));
    addWaits(tx, id, request.after());
    return id;
  }

  /** Puts sealed bytes into an entry's row, in the place of others if there are any. */
  static void putSealed(
      Tx tx, JobId id, Position position, Optional<EntryDigests> before, SealedDraft draft)
      throws SQLException {
    SealedEntry entry = draft.entry();
    tx.update(
        """
        UPDATE jobs SET state = ?, stream = ?, lane = ?, n = ?, slot = ?, record = ?, manifest = ?, root = ?,
          before_manifest = ?, before_root = ?, parcel = NULL, seen_word = NULL, seen_height = NULL,
          author = ?, code = NULL, sentence = NULL, not_after = NULL, v = NULL, r = NULL, s = NULL
        WHERE id = ?\
        """,
        JobState.DRAFT,
        position.lane().stream(),
        position.place().lane(),
        position.place().n(),
        entry.slot().value(),
        entry.recordDigest(),
        entry.manifestDigest(),
        entry.contentRoot(),
        before.map(EntryDigests::manifestDigest).orElse(null),
        before.map(EntryDigests::contentRoot).orElse(null),
        switch (draft) {
          case SealedDraft.OfOrganisation it -> it.author().value();
          case SealedDraft.OfPatient it -> null;
        },
        id.value());
    tx.update("DELETE FROM blocks WHERE job = ?", id.value());
    int index = 0;
    addBlock(tx, id, index++, entry.manifestBlock());
    for (byte[] chunk : entry.chunkBlocks()) {
      addBlock(tx, id, index++, chunk);
    }
    if (draft instanceof SealedDraft.OfPatient patient) {
      putAuthority(tx, id, patient.authority());
    }
  }

  private static void addBlock(Tx tx, JobId id, int index, byte[] block) throws SQLException {
    tx.update(
        "INSERT INTO blocks VALUES (?, ?, ?, ?)", id.value(), index, Cid.of(block).digest(), block);
  }

  /** A slot key's signature: with it a patient's job is signed. */
  static void putAuthority(Tx tx, JobId id, PatientAuthority authority) throws SQLException {
    tx.update(
        """
        UPDATE jobs SET state = ?, parcel = NULL, code = NULL, sentence = NULL,
          not_after = ?, v = ?, r = ?, s = ? WHERE id = ?\
        """,
        JobState.SIGNED,
        authority.notAfter(),
        authority.signature().v(),
        authority.signature().r(),
        authority.signature().s(),
        id.value());
  }

  static JobId addRetraction(Tx tx, RetractionDraft draft, Instant now) throws SQLException {
    JobId id =
        new JobId(
            tx.insert(
                "INSERT INTO jobs (kind, state, writer, owner, queued_at, slot)"
                    + " VALUES (?, ?, ?, ?, ?, ?)",
                JobKind.RETRACTION,
                JobState.DRAFT,
                draft.target().organisation().number(),
                draft.owner().label(),
                now,
                draft.target().slot().value()));
    addWaits(tx, id, draft.after());
    switch (draft) {
      case RetractionDraft.OfOrganisation it ->
          tx.update(
              "UPDATE jobs SET record = ?, author = ? WHERE id = ?",
              it.recordDigest(),
              it.author().value(),
              id.value());
      case RetractionDraft.OfPatient it -> {
        PatientAnchor signed = it.signed();
        EntryDigests digests = new EntryDigests(signed.manifestDigest(), signed.contentRoot());
        tx.update(
            "UPDATE jobs SET record = ?, author = ?, manifest = ?, root = ? WHERE id = ?",
            digests.recordDigest(),
            KeyId.PATIENT.value(),
            digests.manifestDigest(),
            digests.contentRoot(),
            id.value());
        putAuthority(tx, id, new PatientAuthority(signed.notAfter(), signed.signature()));
      }
    }
    return id;
  }

  static JobId addAct(Tx tx, ActDraft draft, Instant now) throws SQLException {
    JobId id =
        new JobId(
            tx.insert(
                "INSERT INTO jobs (kind, state, writer, owner, queued_at, act, payload)"
                    + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                JobKind.ACT,
                JobState.SIGNED,
                0,
                draft.owner().label(),
                now,
                draft.kind().name(),
                draft.payload()));
    addWaits(tx, id, draft.after());
    return id;
  }

  static void addWaits(Tx tx, JobId id, Set<JobId> after) throws SQLException {
    for (JobId other : after) {
      tx.update("INSERT INTO waits VALUES (?, ?)", id.value(), other.value());
    }
  }

  static void setState(Tx tx, JobId id, JobState state) throws SQLException {
    tx.update(
        "UPDATE jobs SET state = ?, code = NULL, sentence = NULL WHERE id = ?", state, id.value());
  }

  static void setState(Tx tx, JobId id, JobState state, Fault why) throws SQLException {
    tx.update(
        "UPDATE jobs SET state = ?, code = ?, sentence = ? WHERE id = ?",
        state,
        why.code(),
        why.sentence(),
        id.value());
  }

  private static Queued queued(Row row) throws SQLException {
    JobStatus job =
        new JobStatus(
            new JobId(row.integer(1)),
            JobState.valueOf(row.text(3)),
            new Owner(row.text(5)),
            row.time(6),
            row.hashIfAny(7),
            row.textIfAny(8).isPresent()
                ? Optional.of(new Fault(row.text(8), row.text(9)))
                : Optional.empty());
    OrganisationId writer = new OrganisationId(row.integer(4));
    return switch (JobKind.valueOf(row.text(2))) {
      case ENTRY ->
          new Queued.QueuedEntry(
              job,
              new LaneKey(row.hash(14), writer, (int) row.integer(15)),
              new Place((int) row.integer(15), (int) row.integer(16)),
              new LedgerSlot(writer, new Slot(row.hash(10))),
              new EntryDigests(row.hash(12), row.hash(13)));
      case RETRACTION ->
          new Queued.QueuedRetraction(
              job,
              new LedgerSlot(writer, new Slot(row.hash(10))),
              row.hash(11),
              new KeyId(row.hash(17)));
      case ACT -> new Queued.QueuedAct(job, new ActKind(row.text(18)));
    };
  }
}
