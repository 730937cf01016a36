package org.chartseal.app.console;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.chartseal.services.identity.OrganisationParty;
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

  private final SealHeads heads;
  private final OrganisationParty organisation;
  private final ScheduledExecutorService rounds =
      Executors.newSingleThreadScheduledExecutor(Thread.ofVirtual().name("seal-head").factory());

  SealHeadDuty(SealHeads heads, OrganisationParty organisation) {
    this.heads = heads;
    this.organisation = organisation;
  }

  void start() {
    var _ = rounds.scheduleWithFixedDelay(this::round, 0, PAUSE.toSeconds(), TimeUnit.SECONDS);
  }

  private void round() {
    try {
      if (heads.record(organisation.id(), organisation.keys())
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
