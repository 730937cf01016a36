package org.chartseal.services.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.ledger.LedgerSlot;
import org.chartseal.services.outbox.ActDraft;
import org.chartseal.services.outbox.BatchOutcome;
import org.chartseal.services.outbox.ChangeOutcome;
import org.chartseal.services.outbox.ChangeOutcome.Done;
import org.chartseal.services.outbox.ChangeOutcome.Refused;
import org.chartseal.services.outbox.DrainPorts;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.EnqueueOutcome;
import org.chartseal.services.outbox.EntryRequest;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.LaneHeads;
import org.chartseal.services.outbox.LaneKey;
import org.chartseal.services.outbox.OpenOutcome;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxDrainer;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.outbox.PatientAuthority;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.outbox.Queued.QueuedAct;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
import org.chartseal.services.outbox.RetractionDraft;
import org.chartseal.services.outbox.SealTip;
import org.chartseal.services.outbox.Sealing;
import org.chartseal.services.outbox.SignedBatch;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;

/** The outbox in an SQLite file. */
public final class SqliteOutbox implements Outbox {

  private final Path file;
  private final Database database;
  private final Deployment deployment;
  private final InstantSource clock;
  private final Enqueuing enqueuing;
  private final Signing signing;

  private SqliteOutbox(Path file, Database database, Deployment deployment, InstantSource clock) {
    this.file = file;
    this.database = database;
    this.deployment = deployment;
    this.clock = clock;
    this.enqueuing = new Enqueuing(database, clock);
    this.signing = new Signing(database, deployment);
  }

  /** Opens or makes the file. */
  public static OpenOutcome open(
      Path file, Deployment deployment, InstantSource clock, Checkpoint checkpoint) {
    try {
      OwnerOnly.create(file);
      Database database = new Database(file, checkpoint);
      try {
        Optional<Fault> refusal = Schema.prepare(database, deployment);
        if (refusal.isPresent()) {
          database.close();
          return new OpenOutcome.Refused(refusal.get());
        }
        return new OpenOutcome.Opened(new SqliteOutbox(file, database, deployment, clock));
      } catch (SQLException | RuntimeException e) {
        database.close();
        throw e;
      }
    } catch (IOException e) {
      return new OpenOutcome.Refused(OutboxFaults.UNREADABLE);
    } catch (SQLException e) {
      return new OpenOutcome.Refused(OutboxFaults.fault(e));
    } catch (OutboxException e) {
      return new OpenOutcome.Refused(e.fault());
    }
  }

  @Override
  public EnqueueOutcome enqueue(List<EntryRequest> requests, LaneHeads heads, Sealing sealing) {
    return enqueuing.enqueue(requests, heads, sealing);
  }

  @Override
  public EnqueueOutcome reseal(JobId entry, LaneKey lane, LaneHeads heads, Sealing sealing) {
    return enqueuing.reseal(entry, lane, heads, sealing);
  }

  @Override
  public List<QueuedEntry> displaced(OrganisationId writer, KeyId author) {
    return database.read(tx -> Jobs.displaced(tx, writer, author));
  }

  @Override
  public List<QueuedRetraction> retract(List<RetractionDraft> drafts) {
    return enqueuing.retract(drafts);
  }

  @Override
  public QueuedAct act(ActDraft draft) {
    return database.write(
        tx -> (QueuedAct) Jobs.find(tx, Jobs.addAct(tx, draft, clock.instant())).orElseThrow());
  }

  @Override
  public Optional<QueuedAct> actOnce(ActDraft draft, Predicate<HeldJobs> against) {
    return database.write(tx ->
        isHeld(tx, draft) || against.test(new JobsInside(tx))
            ? Optional.empty()
            : Optional.of(
                (QueuedAct) Jobs.find(tx, Jobs.addAct(tx, draft, clock.instant())).orElseThrow()));
  }

  private static boolean isHeld(Tx tx, ActDraft draft) throws SQLException {
    return tx.one(
            "SELECT 1 FROM jobs WHERE owner = ? AND act = ? AND state <> 'FAILED'",
            row -> true,
            draft.owner().label(),
            draft.kind().name())
        .isPresent();
  }

  @Override
  public List<Queued> unsigned(OrganisationId writer) {
    return database.read(tx ->
        Jobs.where(
            tx,
            "j.state IN ('DRAFT', 'FAILED') AND j.writer = ? AND j.kind <> 'ACT'",
            writer.number()));
  }

  @Override
  public List<Queued> unsigned(OrganisationId writer, KeyId author) {
    return database.read(tx ->
        Jobs.where(
            tx,
            "j.state = 'DRAFT' AND j.kind = 'ENTRY' AND j.writer = ? AND j.author = ?",
            writer.number(),
            author.value()));
  }

  @Override
  public List<QueuedRetraction> unsignedAfter(List<JobId> jobs) {
    return database.read(tx -> {
      List<QueuedRetraction> found = new ArrayList<>();
      for (JobId job : jobs) {
        found.addAll(Jobs.unsignedAfter(tx, job));
      }
      return found;
    });
  }

  @Override
  public BatchOutcome prepare(
      OrganisationId writer, KeyId signer, List<JobId> jobs, Instant signedAt) {
    return signing.prepare(writer, signer, jobs, signedAt);
  }

  @Override
  public ChangeOutcome signed(SignedBatch batch) {
    return signing.signed(batch);
  }

  @Override
  public ChangeOutcome signedAnew(JobId job, PatientAuthority authority) {
    return changeFailed(
        job,
        tx -> {
          boolean ofPatient =
              tx.one("SELECT 1 FROM jobs WHERE id = ? AND v NOT NULL", row -> true, job.value())
                  .isPresent();
          if (!ofPatient) {
            return new Refused(OutboxFaults.NOT_NOW);
          }
          Jobs.putAuthority(tx, job, authority);
          return new Done();
        });
  }

  @Override
  public ChangeOutcome retry(JobId job) {
    return changeFailed(
        job,
        tx -> {
          Optional<Long> parcel =
              tx.one(
                  "SELECT parcel FROM jobs WHERE id = ? AND parcel NOT NULL",
                  row -> row.integer(1),
                  job.value());
          if (parcel.isPresent()) {
            Parcels.retry(tx, parcel.get());
          } else {
            Jobs.setState(tx, job, JobState.STORED);
          }
          return new Done();
        });
  }

  private ChangeOutcome changeFailed(JobId job, Database.Work<ChangeOutcome> change) {
    return database.write(tx -> {
      Optional<Queued> found = Jobs.find(tx, job);
      if (found.isEmpty()) {
        return new Refused(OutboxFaults.GONE);
      }
      return found.get().job().state() == JobState.FAILED
          ? change.in(tx)
          : new Refused(OutboxFaults.NOT_NOW);
    });
  }

  @Override
  public ChangeOutcome discard(JobId job) {
    return database.write(tx -> {
      Optional<Queued> found = Jobs.find(tx, job);
      if (found.isEmpty()) {
        return new Refused(OutboxFaults.GONE);
      }
      Optional<Fault> obstacle = obstacleToDiscarding(tx, found.get());
      if (obstacle.isPresent()) {
        return new Refused(obstacle.get());
      }
      if (found.get() instanceof QueuedEntry entry) {
        Enqueuing.giveBack(tx, entry);
      }
      tx.update("DELETE FROM jobs WHERE id = ?", job.value());
      return new Done();
    });
  }

  private static Optional<Fault> obstacleToDiscarding(Tx tx, Queued queued) throws SQLException {
    if (queued.job().state() != JobState.DRAFT) {
      return Optional.of(OutboxFaults.NOT_NOW);
    }
    if (tx.one("SELECT 1 FROM waits WHERE after = ?", row -> true, queued.job().id().value())
        .isPresent()) {
      return Optional.of(OutboxFaults.WAITED_FOR);
    }
    boolean followed = queued instanceof QueuedEntry entry && !Enqueuing.isLast(tx, entry);
    return followed ? Optional.of(OutboxFaults.FOLLOWED) : Optional.empty();
  }

  @Override
  public List<Queued> onTheirWay() {
    return database.read(Jobs::onTheirWay);
  }

  @Override
  public List<Queued> pending() {
    return database.read(tx -> new JobsInside(tx).pending());
  }

  @Override
  public List<Queued> ofOwner(Owner owner) {
    return database.read(tx -> new JobsInside(tx).ofOwner(owner));
  }

  @Override
  public List<Queued> after(JobId job) {
    return database.read(tx -> new JobsInside(tx).after(job));
  }

  @Override
  public JobId newest() {
    return database.read(tx -> new JobsInside(tx).newest());
  }

  @Override
  public Optional<Queued> find(JobId job) {
    return database.read(tx -> Jobs.find(tx, job));
  }

  @Override
  public Optional<QueuedEntry> find(LedgerSlot slot) {
    return database.read(tx ->
        Jobs.where(
                tx,
                "j.kind = 'ENTRY' AND j.slot = ? AND j.writer = ?",
                slot.slot().value(),
                slot.organisation().number())
            .stream()
            .map(QueuedEntry.class::cast)
            .findFirst());
  }

  @Override
  public Optional<byte[]> block(Cid cid) {
    return database.read(tx -> Jobs.block(tx, cid));
  }

  @Override
  public Optional<SealTip> sealTip(OrganisationId organisation) {
    return database.read(tx -> Batches.tip(tx, organisation));
  }

  @Override
  public OutboxDrainer drainer(DrainPorts ports, DrainSettings settings) {
    Path lease = file.resolveSibling(file.getFileName() + ".drain");
    return new Drainer(lease, database, deployment, ports, settings, clock);
  }

  @Override
  public void close() {
    database.close();
  }
}
