package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
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
    Identity person = invocation.identity();
    invocation.checkPatient(patient);
    return person.role() == IdentityRole.PATIENT ? own(person) : granted(person);
  }

  private int own(Identity person) throws Exception {
    if (!patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-28", "Patients open their own record, and nobody else's. Name yourself.");
    }
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "open your own record");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      RecordRows rows = rows(output);
      boolean good =
          rows.end(
              workspace
                  .consents()
                  .ownRecord()
                  .read(device.session(), books, output.progress(), rows::show));
      return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private int granted(Identity person) throws Exception {
    PurposeOfUse use = TermsText.purpose(purpose);
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "open the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      RecordRows rows = rows(output);
      try (PairStreams pair = desk.pair(card)) {
        OpeningOutcome opened =
            workspace
                .consents()
                .opening()
                .open(
                    desk.organisation(),
                    desk.practitioner(),
                    card,
                    pair,
                    use,
                    new Owner("receipt"),
                    OpeningScope.TIMELINE,
                    output.progress(),
                    rows::show);
        boolean good = rows.end(opened);
        sending.finish(desk, output);
        return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
      }
    }
  }

  /** A program gets each entry as soon as it is read; a person gets all of them by date. */
  private RecordRows rows(Output output) {
    return invocation.options().json()
        ? RecordRows.asRead(output, patient)
        : RecordRows.newestFirst(output, patient);
  }
}
