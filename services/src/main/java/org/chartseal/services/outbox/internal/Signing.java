package org.chartseal.services.outbox.internal;

import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.bouncycastle.util.Arrays;
import org.chartseal.services.ledger.RetractLeaf;
import org.chartseal.services.outbox.BatchOutcome;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.ChangeOutcome.Done;
import org.chartseal.services.outbox.ChangeOutcome.Refused;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedAct;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.outbox.SignedBatch;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.MerkleTree;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Statement;
import org.chartseal.services.seal.StatementType;

/** Makes statements over drafts, and takes them back signed. */
final class Signing {

  private final Database database;
  private final Deployment deployment;

  Signing(Database database, Deployment deployment) {
    this.database = database;
    this.deployment = deployment;
  }

  BatchOutcome prepare(OrganisationId writer, KeyId signer, List<JobId> jobs, Instant signedAt) {
    return database.read(tx -> prepare(tx, writer, signer, jobs, signedAt));
  }

  private BatchOutcome prepare(
      Tx tx, OrganisationId writer, KeyId signer, List<JobId> jobs, Instant signedAt)
      throws SQLException {
    List<Queued> found = new ArrayList<>();
    for (JobId job : new HashSet<>(jobs)) {
      Optional<Queued> queued = Jobs.find(tx, job);
      if (queued.isEmpty()) {
        return new BatchOutcome.Refused(OutboxFaults.GONE);
      }
      if (!maySign(tx, job, signer)) {
        return new BatchOutcome.Refused(OutboxFaults.OTHER_AUTHOR);
      }
      found.add(queued.get());
    }
    found.sort(LANE_ORDER);
    Optional<Fault> obstacle = obstacle(found, writer);
    if (obstacle.isEmpty()) {
      obstacle = SigningOrder.obstacle(tx, found);
    }
    if (obstacle.isPresent()) {
      return new BatchOutcome.Refused(obstacle.get());
    }
    return new BatchOutcome.Prepared(
        new Statement(
            typeOf(found.getFirst()),
            deployment,
            writer,
            tree(found).root(),
            found.size(),
            signedAt.getEpochSecond()),
        found.stream().map(queued -> queued.job().id()).toList());
  }

  /**
   * An entry names its author, and a draft is signed by nobody else. One that its author's key can
   * no longer anchor keeps its bytes and is attested by another key, the organisation's own (DESIGN
   * §3.3).
   */
  private static boolean maySign(Tx tx, JobId job, KeyId signer) throws SQLException {
    return tx.one(
            "SELECT 1 FROM jobs WHERE id = ? AND kind = 'ENTRY' AND author <> ?"
                + " AND state <> 'FAILED'",
            row -> true,
            job.value(),
            signer.value())
        .isEmpty();
  }

  /** By index first, so that each lane is in order and patients are mixed. */
  private static final Comparator<Queued> LANE_ORDER =
      Comparator.<Queued>comparingInt(
              queued -> queued instanceof QueuedEntry entry ? entry.place().n() : 0)
          .thenComparing(Signing::slot);

  private static Hash32 slot(Queued queued) {
    return switch (queued) {
      case QueuedEntry entry -> entry.slot().slot().value();
      case QueuedRetraction retraction -> retraction.target().slot().value();
      case QueuedAct act -> Hash32.ZERO;
    };
  }

  private static OrganisationId writer(Queued queued) {
    return switch (queued) {
      case QueuedEntry entry -> entry.slot().organisation();
      case QueuedRetraction retraction -> retraction.target().organisation();
      case QueuedAct act -> OrganisationId.PATIENTS;
    };
  }

  private static StatementType typeOf(Queued queued) {
    return queued instanceof QueuedEntry ? StatementType.ANCHOR : StatementType.RETRACT;
  }

  /** Why these jobs cannot be signed by one statement. */
  private static Optional<Fault> obstacle(List<Queued> jobs, OrganisationId writer) {
    if (jobs.isEmpty() || writer.equals(OrganisationId.PATIENTS)) {
      return Optional.of(OutboxFaults.MIXED);
    }
    for (Queued queued : jobs) {
      if (!writer(queued).equals(writer) || typeOf(queued) != typeOf(jobs.getFirst())) {
        return Optional.of(OutboxFaults.MIXED);
      }
      JobState state = queued.job().state();
      if (state != JobState.DRAFT && state != JobState.FAILED) {
        return Optional.of(OutboxFaults.NOT_NOW);
      }
    }
    return Optional.empty();
  }

  private static MerkleTree tree(List<Queued> jobs) {
    return MerkleTree.of(jobs.stream().map(Signing::leaf).toList());
  }

  private static byte[] leaf(Queued queued) {
    return switch (queued) {
      case QueuedEntry entry -> entry.reference().leaf(entry.slot().organisation());
      case QueuedRetraction it ->
          retractLeaf(new RetractLeaf(it.target().slot(), it.recordDigest(), it.author()));
      case QueuedAct act -> throw new IllegalArgumentException("an act has no leaf");
    };
  }

  /** The data of a retraction's leaf (protocol §6.3). */
  static byte[] retractLeaf(RetractLeaf leaf) {
    return Arrays.concatenate(
        leaf.slot().value().bytes(), leaf.recordDigest().bytes(), leaf.author().value().bytes());
  }

  ChangeOutcome signed(SignedBatch batch) {
    return database.write(tx -> signed(tx, batch));
  }

  private ChangeOutcome signed(Tx tx, SignedBatch batch) throws SQLException {
    Statement statement = batch.statement().statement();
    BatchOutcome expected =
        prepare(
            tx,
            statement.organisation(),
            KeyId.of(batch.statement().key()),
            batch.jobs(),
            statement.signedInstant());
    switch (expected) {
      case BatchOutcome.Refused(Fault fault) -> {
        return new Refused(fault);
      }
      case BatchOutcome.Prepared(Statement over, List<JobId> jobs) -> {
        if (!over.equals(statement) || !jobs.equals(batch.jobs())) {
          return new Refused(OutboxFaults.OTHER_BATCH);
        }
      }
    }
    long id = Batches.add(tx, batch.statement());
    for (int from = 0; from < batch.jobs().size(); from += Statement.RUN) {
      int to = Math.min(from + Statement.RUN, batch.jobs().size());
      addRun(tx, statement.type(), id, from, batch.jobs().subList(from, to));
    }
    return new Done();
  }

  private static void addRun(Tx tx, StatementType type, long batch, int from, List<JobId> jobs)
      throws SQLException {
    boolean anchors = type == StatementType.ANCHOR;
    ParcelKind kind = anchors ? ParcelKind.ANCHOR_RUN : ParcelKind.RETRACT_RUN;
    long parcel = Parcels.add(tx, kind, batch, from / Statement.RUN);
    int position = from;
    for (JobId job : jobs) {
      tx.update(
          "INSERT INTO leaves SELECT ?, ?, id, slot, "
              + (anchors ? "manifest, root" : "record, author")
              + " FROM jobs WHERE id = ?",
          batch,
          position++,
          job.value());
      tx.update(
          "UPDATE jobs SET state = ?, parcel = ?, code = NULL, sentence = NULL WHERE id = ?",
          JobState.SIGNED,
          parcel,
          job.value());
    }
  }
}
