package org.chartseal.app.cli;

import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.doctor.CertificateCheck;
import org.chartseal.app.doctor.DiskSpaceCheck;
import org.chartseal.app.doctor.Finding;
import org.chartseal.app.doctor.HealthCheck;
import org.chartseal.app.doctor.HomeCheck;
import org.chartseal.app.doctor.JavaCheck;
import org.chartseal.app.doctor.NewestBlockCheck;
import org.chartseal.app.doctor.NodeProgramCheck;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import picocli.CommandLine.Command;

/** {@code chartseal doctor}. */
@Command(
    name = "doctor",
    description = "Says in words what is wrong, and what to do.",
    footer = {"", "Example:", "  chartseal doctor --home ~/clinic"})
final class DoctorCommand implements Callable<Integer> {

  private final Invocation invocation;

  DoctorCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() {
    Output output = invocation.output();
    boolean well = true;
    for (HealthCheck check : checks()) {
      Finding finding = check.look();
      well &= finding.grade() != Finding.Grade.PROBLEM;
      output.row(
          Row.of("check", finding.check())
              .and("state", state(finding.grade()))
              .and("message", finding.words()),
          mark(finding.grade()) + " " + finding.check() + ": " + finding.words());
    }
    return (well ? ExitStatus.DONE : ExitStatus.ENVIRONMENT).code();
  }

  private List<HealthCheck> checks() {
    HomeFolder home = invocation.home();
    return List.of(
        new JavaCheck(Runtime.version()),
        new NodeProgramCheck(System.getProperty("chartseal.anvil", "")),
        new DiskSpaceCheck(home.root()),
        new HomeCheck(home),
        new NewestBlockCheck(home),
        new CertificateCheck(new Identities(home), InstantSource.system()));
  }

  private static String state(Finding.Grade grade) {
    return switch (grade) {
      case WELL -> "well";
      case NOTE -> "look";
      case PROBLEM -> "problem";
    };
  }

  private static String mark(Finding.Grade grade) {
    return switch (grade) {
      case WELL -> "ok     ";
      case NOTE -> "look   ";
      case PROBLEM -> "PROBLEM";
    };
  }
}
