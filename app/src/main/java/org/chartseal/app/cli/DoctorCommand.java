package org.chartseal.app.cli;

import java.time.InstantSource;
import java.util.concurrent.Callable;
import org.chartseal.app.doctor.Doctor;
import org.chartseal.app.doctor.Finding;
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
    Doctor doctor =
        new Doctor(
            invocation.home(), System.getProperty("chartseal.anvil", ""), InstantSource.system());
    for (Finding finding : doctor.examine()) {
      well &= finding.grade() != Finding.Grade.PROBLEM;
      output.row(
          Row.of("check", finding.check())
              .and("state", state(finding.grade()))
              .and("message", finding.words()),
          mark(finding.grade()) + " " + finding.check() + ": " + finding.words());
    }
    return (well ? ExitStatus.DONE : ExitStatus.ENVIRONMENT).code();
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
