package org.chartseal.app.doctor;

import java.time.InstantSource;
import java.util.List;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;

/** Looks at a home, and at the machine that it is on. */
public final class Doctor {

  private final List<HealthCheck> checks;

  /**
   * @param node path of the embedded network's node program; empty if none came with the product
   */
  public Doctor(HomeFolder home, String node, InstantSource clock) {
    this.checks =
        List.of(
            new JavaCheck(Runtime.version()),
            new NodeProgramCheck(node),
            new DiskSpaceCheck(home.root()),
            new HomeCheck(home),
            new NewestBlockCheck(home),
            new OutboxCheck(home),
            new CertificateCheck(new Identities(home), clock));
  }

  /** What there is to say now. */
  public List<Finding> examine() {
    return checks.stream().map(HealthCheck::look).toList();
  }
}
