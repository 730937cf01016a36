package org.chartseal.app.console;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.OutboxException;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Carries the outbox to the network as long as the console is open. */
final class Courier implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Courier.class);
  private static final Duration PAUSE = Duration.ofMillis(500);
  private static final Duration LAST_ROUND = Duration.ofSeconds(10);

  private static final Fault BROKEN =
      new Fault(
          "CS-SEND-03",
          "Sending what was signed was interrupted by a defect. Nothing was lost, and it is tried again. If it stays, tell us this code.");

  private final Workspace workspace;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("courier").factory());
  private volatile List<Fault> faults = List.of();

  Courier(Workspace workspace) {
    this.workspace = workspace;
  }

  void start() {
    var _ = rounds.scheduleWithFixedDelay(this::round, 0, PAUSE.toMillis(), TimeUnit.MILLISECONDS);
  }

  /** What was in the way in the last round. */
  List<Fault> faults() {
    return faults;
  }

  private void round() {
    try {
      faults =
          switch (workspace.stores().drainer().drain(Progress.NONE)) {
            case DrainReport.Drained drained -> drained.faults();
            case DrainReport.Elsewhere elsewhere -> List.of();
          };
    } catch (OutboxException e) {
      faults = List.of(e.fault());
    } catch (RuntimeException e) {
      faults = List.of(BROKEN);
      // The next round tries again; an exception that escapes would end all rounds.
      LOG.error("A round of the outbox ended in {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
    try {
      // The stores are closed next, and a round that is half-way still writes to them.
      if (!rounds.awaitTermination(LAST_ROUND.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("A round of the outbox did not end in time");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
