package org.chartseal.app.session;

import java.time.Duration;
import java.util.List;
import org.chartseal.services.outbox.DrainReport;
import org.chartseal.services.outbox.OutboxDrainer;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Carries what is in the outbox to the chain. */
public final class Draining {

  /** At a pass every tenth of a second. */
  private static final int FRUITLESS = 1200;

  private static final Duration PAUSE = Duration.ofMillis(100);

  private static final Fault STUCK =
      new Fault(
          "CS-SEND-01",
          "What was signed is kept, and the network does not take it now. It goes on by itself with the next command.");
  private static final Fault STOPPED =
      new Fault(
          "CS-SEND-02",
          "Sending was stopped. What was signed is kept and goes on with the next command.");

  private final OutboxDrainer drainer;

  public Draining(OutboxDrainer drainer) {
    this.drainer = drainer;
  }

  /** Takes everything as far as it can go now. */
  public DrainReport pass(Progress progress) {
    return drainer.drain(progress);
  }

  /**
   * Goes on until nothing waits any more, or nothing has moved for two minutes.
   *
   * @throws RefusedException with the outbox's fault when it is stuck
   */
  public void untilFinal(Progress progress) throws RefusedException {
    int fruitless = 0;
    int least = Integer.MAX_VALUE;
    int most = 0;
    while (true) {
      List<Fault> faults = List.of();
      switch (pass(progress)) {
        case DrainReport.Elsewhere elsewhere -> fruitless++;
        case DrainReport.Drained drained -> {
          if (drained.waiting() == 0) {
            return;
          }
          most = Math.max(most, drained.waiting());
          fruitless = drained.waiting() < least ? 0 : fruitless + 1;
          least = Math.min(least, drained.waiting());
          faults = drained.faults();
          if (!progress.step(most - drained.waiting(), most, "waiting until all is final")) {
            throw new RefusedException(STOPPED);
          }
        }
      }
      if (fruitless > FRUITLESS) {
        throw faults.isEmpty()
            ? new RefusedException(STUCK)
            : new RefusedException(faults.getFirst());
      }
      pause();
    }
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
