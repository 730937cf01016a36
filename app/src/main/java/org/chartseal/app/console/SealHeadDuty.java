package org.chartseal.app.console;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chartseal.app.session.Seat;
import org.chartseal.services.record.SealHeads;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Records the organisation's newest seal block when that is due, as long as somebody sits here and
 * its own keys are open.
 */
final class SealHeadDuty implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(SealHeadDuty.class);
  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final Seat seat;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("seal-head").factory());

  SealHeadDuty(Seat seat) {
    this.seat = seat;
  }

  void start() {
    var _ = rounds.scheduleWithFixedDelay(this::round, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (seat.workspace()
              .records()
              .heads()
              .record(seat.organisation().id(), seat.organisation().keys())
          instanceof SealHeads.Outcome.Refused(var fault)) {
        LOG.info("The newest seal block is not recorded yet: {}", fault.code());
      }
    } catch (RuntimeException e) {
      // The next round tries again; an exception that escapes would end all rounds.
      LOG.error("Recording the newest seal block ended in {}", e.getClass().getName());
    }
  }

  @Override
  public void close() {
    rounds.shutdownNow();
  }
}
