package org.chartseal.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.OwnerOnly;
import org.chartseal.services.seal.Fault;

/** Whether the home folder is there, understood, and for its owner alone. */
public final class HomeCheck implements HealthCheck {

  /** For whichever check finds it. */
  static final Fault UNREADABLE =
      new Fault("CS-HEALTH-11", "The home folder cannot be read. Check the disk.");

  private static final String CHECK = "home";

  private final HomeFolder home;

  public HomeCheck(HomeFolder home) {
    this.home = home;
  }

  @Override
  public Finding look() {
    try {
      home.requireSetUp();
      int identities = new Identities(home).all().size();
      if (OwnerOnly.isOpenToOthers(home.root())) {
        return Finding.note(
            CHECK,
            new Fault(
                "CS-HEALTH-07",
                "The home folder can be read by other accounts of this machine. Take their rights away."));
      }
      if (!Files.isWritable(home.root())) {
        return Finding.problem(
            CHECK,
            new Fault(
                "CS-HEALTH-08",
                "This account may not write into the home folder. Correct its rights."));
      }
      return Finding.well(
          CHECK, "The home folder is readable; it knows " + identities + " identities.");
    } catch (HomeException e) {
      return Finding.problem(CHECK, e.fault());
    } catch (IOException e) {
      return Finding.problem(
          CHECK,
          new Fault("CS-HEALTH-09", "The home folder's rights cannot be read. Check the disk."));
    }
  }
}
