package org.chartseal.app.session;

import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.JobId;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.OutboxDrainer;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Carries what is in the outbox to the chain, whoever put it there. */
public final class Draining {

  private static final Duration PAUSE = Duration.ofMillis(100);

  /** Passes without any progress, two minutes of them. */
  private static final int FRUITLESS = 1200;

  private static final Fault STUCK =
      new Fault(
          "CS-SEND-01",
          "What was signed is kept, and the network does not take it now. It goes on with the open window, or with the next command that signs or sends.");
  private static final Fault STOPPED =
      new Fault(
          "CS-SEND-02",
          "Sending was stopped. What was signed is kept, and goes on with the open window, or with the next command that signs or sends.");

  private final Outbox outbox;
  private final OutboxDrainer drainer;

  public Draining(Outbox outbox, OutboxDrainer drainer) {
    this.outbox = outbox;
    this.drainer = drainer;
  }

  /** Takes everything as far as it can go now. */
  public void pass(Progress progress) {
    drainer.drain(progress);
  }

  /**
   * Goes on until everything that is on its way at this moment is final. What others sign meanwhile
   * is carried too, and not waited for; nor is what waits for somebody's PIN.
   *
   * @throws RefusedException with the outbox's fault, or CS-SEND-01, when nothing has moved for two
   *     minutes
   */
  public void untilFinal(Progress progress) throws RefusedException {
    Set<JobId> awaited = onTheirWay();
    int all = awaited.size();
    int fruitless = 0;
    while (!awaited.isEmpty()) {
      if (!progress.step(all - awaited.size(), all, "waiting until all is final")) {
        throw new RefusedException(STOPPED);
      }
      List<Fault> faults =
          switch (drainer.drain(progress)) {
            case DrainReport.Elsewhere elsewhere -> List.of();
            case DrainReport.Drained drained -> drained.faults();
          };
      int before = awaited.size();
      awaited.retainAll(onTheirWay());
      fruitless = awaited.size() < before ? 0 : fruitless + 1;
      if (fruitless > FRUITLESS) {
        throw new RefusedException(faults.isEmpty() ? STUCK : faults.getFirst());
      }
      if (!awaited.isEmpty()) {
        pause();
      }
    }
  }

  private Set<JobId> onTheirWay() {
    Set<JobId> jobs = new HashSet<>();
    outbox.onTheirWay().forEach(queued -> jobs.add(queued.job().id()));
    return jobs;
  }

  private static void pause() throws RefusedException {
    try {
      Thread.sleep(PAUSE);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RefusedException(STOPPED);
    }
  }
}
