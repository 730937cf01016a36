package org.chartseal.services.outbox.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.locks.ProcessLock;
import org.chartseal.services.outbox.DrainPorts;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.DrainReport.Drained;
import org.chartseal.services.outbox.DrainReport.Elsewhere;
import org.chartseal.services.outbox.DrainSettings;
import org.chartseal.services.outbox.OutboxDrainer;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.outbox.internal.LookStep.Sight;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;

/** One pass after another: store, look, find what is lost, send. */
final class Drainer implements OutboxDrainer {

  private final Path lease;
  private final Database database;
  private final Deployment deployment;
  private final DrainPorts ports;
  private final DrainSettings settings;
  private final InstantSource clock;
  private final Backoff backoff;
  private final ReentrantLock turn = new ReentrantLock();
  // The chain may have lost something while nobody was looking.
  private boolean recheck = true;

  Drainer(
      Path lease,
      Database database,
      Deployment deployment,
      DrainPorts ports,
      DrainSettings settings,
      InstantSource clock) {
    this.lease = lease;
    this.database = database;
    this.deployment = deployment;
    this.ports = ports;
    this.settings = settings;
    this.clock = clock;
    this.backoff = new Backoff(settings.longestPause());
  }

  @Override
  public DrainReport drain(Progress progress) {
    if (!turn.tryLock()) {
      return new Elsewhere();
    }
    try {
      Optional<ProcessLock> taken = ProcessLock.tryAcquire(lease);
      if (taken.isEmpty()) {
        return new Elsewhere();
      }
      try {
        return pass(progress);
      } finally {
        taken.get().close();
      }
    } catch (IOException e) {
      throw new OutboxException(OutboxFaults.LEASE, e);
    } finally {
      turn.unlock();
    }
  }

  private Drained pass(Progress progress) {
    Tally tally = new Tally(progress, database.read(Jobs::countOnTheirWay));
    Instant now = clock.instant();
    Optional<BlockRef> head = backoff.isPausing(now) ? Optional.empty() : head(tally);
    new StoreStep(database, deployment, ports.blocks(), ports.ledger()).run(tally, head);
    if (head.isPresent() && !tally.networkFailed()) {
      workOnChain(head.get(), now, tally);
    }
    if (tally.networkFailed()) {
      backoff.failed(now);
    } else if (head.isPresent()) {
      backoff.succeeded();
    }
    return tally.report(database.read(Jobs::countOnTheirWay), database.read(Drainer::needPerson));
  }

  /**
   * A stale head is good enough: what stands in it is proven, and a chain that nobody writes to is
   * always stale.
   */
  private Optional<BlockRef> head(Tally tally) {
    return switch (ports.ledger().head()) {
      case HeadOutcome.Agreed(BlockRef block, var endpoints) -> Optional.of(block);
      case HeadOutcome.Stale(BlockRef block, Fault reason, var endpoints) -> {
        tally.obstacle(reason);
        yield Optional.of(block);
      }
      case HeadOutcome.NoAgreement(Fault fault, var endpoints) -> {
        tally.networkFailure(fault);
        yield Optional.empty();
      }
    };
  }

  private void workOnChain(BlockRef head, Instant now, Tally tally) {
    recheck |= head.number() < database.read(Flights::highest);
    LookStep look = new LookStep(database, ports.ledger(), ports.acts(), settings);
    Sight sight = look.run(head, recheck, now, tally);
    if (!sight.complete()) {
      return;
    }
    recheck = false;
    database.write(tx -> {
      Flights.setHighest(tx, head.number());
      return true;
    });
    new DepthStep(database, ports.ledger(), ports.relay(), settings).run(sight, tally);
    new LostStep(database, ports.relay(), settings).run(sight, now, tally);
    Submissions submissions = new Submissions(database, deployment, ports.acts());
    new SubmitStep(database, ports.relay(), submissions, settings, RandomGenerator.getDefault())
        .run(sight, now, tally);
  }

  private static int needPerson(Tx tx) throws SQLException {
    return tx.one(
            "SELECT count(*) FROM jobs WHERE state IN ('DRAFT', 'MOVED', 'FAILED')",
            row -> (int) row.integer(1))
        .orElseThrow();
  }
}
