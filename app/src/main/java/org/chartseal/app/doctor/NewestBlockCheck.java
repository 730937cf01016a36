package org.chartseal.app.doctor;

import java.io.IOException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.network.NetworkHome;

/** Whether it is known which block was the newest that was ever accepted. */
public final class NewestBlockCheck implements HealthCheck {

  private static final String CHECK = "newest block";

  private final HomeFolder home;

  public NewestBlockCheck(HomeFolder home) {
    this.home = home;
  }

  @Override
  public Finding look() {
    if (!home.isSetUp()) {
      return Finding.well(CHECK, "No network was used here yet.");
    }
    try {
      return switch (new NetworkHome(home.root()).headMemory().highest()) {
        case HeadMemory.Outcome.Failed(var fault) -> Finding.problem(CHECK, fault);
        case HeadMemory.Outcome.Remembered(long highest) ->
            Finding.well(
                CHECK,
                highest < 0
                    ? "None was accepted yet."
                    : "Number " + highest + "; an older ledger would be noticed.");
      };
    } catch (IOException e) {
      return Finding.problem(CHECK, HomeCheck.UNREADABLE);
    }
  }
}
