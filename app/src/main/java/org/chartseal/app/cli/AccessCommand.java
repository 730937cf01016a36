package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.PatientCard;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chartseal access}. */
@Command(
    name = "access",
    description = "Lists who opened a patient's record, as their consoles reported it.",
    footer = {"", "Example:", "  chartseal access adan-delrio --as adan-delrio"})
final class AccessCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATIENT",
      description = "The patient; an organisation sees its own openings alone.")
  private String patient = "";

  AccessCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    invocation.checkPatient(patient);
    if (person.role() == IdentityRole.PATIENT && !patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-15", "Patients see who looked at their own record, and at nobody else's.");
    }
    try (Workspace workspace = invocation.open()) {
      if (person.role() == IdentityRole.PATIENT) {
        own(workspace, person);
      } else {
        with(workspace, person);
      }
    }
    return ExitStatus.DONE.code();
  }

  private void own(Workspace workspace, Identity person) throws Exception {
    try (PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "see who looked");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      books.books().forEach(this::show);
    }
  }

  private void with(Workspace workspace, Identity person) throws Exception {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "see who looked")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      try (PairBook book = desk.book(card)) {
        show(book);
      }
    }
  }

  private void show(PairBook book) {
    for (AccessReceipt receipt : book.receipts()) {
      invocation
          .output()
          .row(
              Row.of("time", receipt.recorded().toString())
                  .and("reader", receipt.reader().display())
                  .and("organisation", receipt.organisation().display())
                  .and("purpose", receipt.purpose().code())
                  .and("grant", receipt.grant()),
              "%s  %s, %s, for %s"
                  .formatted(
                      receipt.recorded(),
                      receipt.reader().display(),
                      receipt.organisation().display(),
                      receipt.purpose().words()));
    }
  }
}
