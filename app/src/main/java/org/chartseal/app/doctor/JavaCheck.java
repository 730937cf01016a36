package org.chartseal.app.doctor;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** Whether this Java is one that Chartseal is made for. */
public final class JavaCheck implements HealthCheck {

  private static final int WANTED = 25;

  private final Runtime.Version version;

  public JavaCheck(Runtime.Version version) {
    this.version = version;
  }

  @Override
  public Finding look() {
    return version.feature() >= WANTED
        ? Finding.well("java", "Java " + version + ".")
        : Finding.problem(
            "java",
            new Fault(
                "CS-HEALTH-10",
                "Java "
                    + version
                    + " is too old. Start Chartseal with Java "
                    + WANTED
                    + " or newer.",
                List.of(version.toString())));
  }
}
