package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.OpeningScope;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal record}. */
@Command(
    name = "record",
    description = {
      "Opens a patient's record, each entry with its verdict.",
      "An organisation opens it under the patient's consent; patients open their own, which takes nobody's consent.",
      "The newest entry comes first. With --json each entry comes as soon as it is read: year by year from the newest on, and within a year in the order in which it was written."
    },
    footer = {
      "",
      "Example:",
      "  chartseal record adan-delrio --as dr-okafor --json",
      "  chartseal record adan-delrio --as adan-delrio"
    })
final class RecordCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "PATIENT", description = "A patient of this home, or their card file.")
  private String patient = "";

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "As in the consent; treatment by default.",
      defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  RecordCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    RecordOpening opening = RecordOpening.of(invocation, patient);
    RecordOpening.Granted granted =
        new RecordOpening.Granted(TermsText.purpose(purpose), OpeningScope.TIMELINE, sending);
    try (Workspace workspace = invocation.open()) {
      boolean good = opening.read(workspace, granted, rows(invocation.output()));
      return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  /** A program gets each entry as soon as it is read; a person gets all of them by date. */
  private RecordRows rows(Output output) {
    return invocation.options().json()
        ? RecordRows.asRead(output, patient)
        : RecordRows.newestFirst(output, patient);
  }
}
