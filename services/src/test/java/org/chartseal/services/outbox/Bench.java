package org.chartseal.services.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.ledger.TestKey;
import org.chartseal.services.ledger.Word;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.outbox.internal.SqliteOutbox;
import org.chartseal.services.seal.Address;
import org.chartseal.services.seal.Deployment;
import org.chartseal.services.seal.KeyId;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;

/** An outbox on a chain model, which a test can kill and open again. */
final class Bench implements AutoCloseable {

  static final Deployment DEPLOYMENT =
      new Deployment(BigInteger.valueOf(31337), Address.of(new byte[20]));
  static final int FINALITY = 3;
  static final LaneHeads NEW_LANE = lane -> new LaneHeads.Outcome.Proven(LaneHead.EMPTY);

  final ChainModel chain = new ChainModel();
  final MemoryBlocks blocks = new MemoryBlocks();
  final Crash crash = new Crash();
  final Path file;
  Instant now = Instant.ofEpochSecond(1_800_000_000L);
  Outbox outbox;
  List<ActHandler> acts = new ArrayList<>();
  private OutboxDrainer drainer;
  private final DrainSettings settings =
      new DrainSettings(FINALITY, 20, Duration.ofMinutes(5), Duration.ofSeconds(4), 8);

  Bench(Path folder) {
    this.file = folder.resolve("outbox.db");
    open();
  }

  private void open() {
    outbox = opened(SqliteOutbox.open(file, DEPLOYMENT, () -> now, crash));
    drainer =
        outbox.drainer(
            new DrainPorts(crash.around(blocks), chain, crash.around(chain), acts), settings);
  }

  static Outbox opened(OpenOutcome outcome) {
    return switch (outcome) {
      case OpenOutcome.Opened(Outbox outbox) -> outbox;
      case OpenOutcome.Refused(var fault) -> throw new AssertionError(fault.toString());
    };
  }

  /** Another process begins where the killed one stopped. */
  void restart() {
    outbox.close();
    crash.never();
    open();
  }

  /** Does something, and restarts if it is killed in it. */
  boolean survives(Runnable action) {
    try {
      action.run();
      return true;
    } catch (Crash.Killed killed) {
      restart();
      return false;
    }
  }

  DrainReport.Drained drain() {
    DrainReport report = drainer.drain(Progress.NONE);
    now = now.plusSeconds(2);
    assertThat(report).isInstanceOf(DrainReport.Drained.class);
    return (DrainReport.Drained) report;
  }

  OutboxDrainer drainer() {
    return drainer;
  }

  /** Drains while blocks are made, until nothing goes on by itself. */
  void drainToTheEnd() {
    int rounds = 0;
    for (DrainReport.Drained report = drain(); report.waiting() > 0; report = drain()) {
      chain.mine();
      assertThat(rounds++).as("rounds: %s %s", report, outbox.pending()).isLessThan(400);
    }
  }

  List<QueuedEntry> enqueue(TestWriter writer, int count) {
    return enqueue(
        writer, Collections.nCopies(count, EntryRequest.own(writer.lane(0), Owner.NONE)));
  }

  List<QueuedEntry> enqueue(TestWriter writer, List<EntryRequest> requests) {
    EnqueueOutcome outcome = outbox.enqueue(requests, NEW_LANE, writer::seal);
    assertThat(outcome).isInstanceOf(EnqueueOutcome.Accepted.class);
    List<QueuedEntry> entries = ((EnqueueOutcome.Accepted) outcome).entries();
    entries.forEach(entry -> chain.knowPatient(entry.slot(), entry.digests()));
    return entries;
  }

  /** New entries in a writer's lane, signed with all else of theirs that waits. */
  List<QueuedEntry> signed(TestWriter writer, int count) {
    List<QueuedEntry> entries = enqueue(writer, count);
    signAll(writer.writer, writer.signer);
    return entries;
  }

  /** Whether the chain holds this author's word at the entry's place. */
  boolean isOwn(QueuedEntry entry, TestKey author) {
    Word word = chain.words().get(entry.slot());
    return word != null
        && word.matches(entry.digests().recordDigest(), KeyId.of(author.publicKey()));
  }

  /** Signs all that waits: entries by one statement, retractions by another. */
  void signAll(OrganisationId writer, TestKey signer) {
    List<Queued> unsigned = outbox.unsigned(writer);
    sign(writer, signer, unsigned.stream().filter(QueuedEntry.class::isInstance).toList());
    sign(writer, signer, unsigned.stream().filter(q -> !(q instanceof QueuedEntry)).toList());
  }

  void sign(OrganisationId writer, TestKey signer, List<? extends Queued> jobs) {
    if (jobs.isEmpty()) {
      return;
    }
    List<JobId> ids = jobs.stream().map(queued -> queued.job().id()).toList();
    BatchOutcome outcome = outbox.prepare(writer, signer.id(), ids, now);
    assertThat(outcome).isInstanceOf(BatchOutcome.Prepared.class);
    BatchOutcome.Prepared prepared = (BatchOutcome.Prepared) outcome;
    assertThat(outbox.signed(new SignedBatch(signer.sign(prepared.statement()), prepared.jobs())))
        .isEqualTo(new ChangeOutcome.Done());
  }

  JobState state(Queued queued) {
    return outbox.find(queued.job().id()).orElseThrow().job().state();
  }

  List<JobState> states(List<? extends Queued> jobs) {
    return jobs.stream().map(this::state).toList();
  }

  Optional<QueuedEntry> entry(JobId id) {
    return outbox.find(id).map(QueuedEntry.class::cast);
  }

  @Override
  public void close() {
    outbox.close();
  }
}
