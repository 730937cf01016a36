package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.PatientCard;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent list}. */
@Command(
    name = "list",
    description =
        "Lists what was asked and granted: all of a patient's own, or an organisation's with one patient.",
    footer = {
      "",
      "Example:",
      "  chartseal consent list --as adan-delrio",
      "  chartseal consent list adan-delrio --as dr-okafor"
    })
final class ConsentListCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATIENT",
      arity = "0..1",
      description = "Whose; a patient acts for themself and names nobody.")
  private @Nullable String patient;

  ConsentListCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    check(person);
    try (Workspace workspace = invocation.open()) {
      ConsentRows rows = new ConsentRows(workspace.clinical().consents());
      if (patient == null || person.role() == IdentityRole.PATIENT) {
        own(workspace, person, rows);
      } else {
        with(workspace, person, patient, rows);
      }
    }
    return ExitStatus.DONE.code();
  }

  private void check(Identity person) throws CommandFailure, HomeException {
    boolean own = person.role() == IdentityRole.PATIENT;
    if (patient == null) {
      if (!own) {
        throw CommandFailure.usage(
            "CS-USE-10", "Name the patient: an organisation sees what is agreed with one.");
      }
      return;
    }
    invocation.checkPatient(patient);
    if (own && !patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-27", "Patients see their own consents, and nobody else's. Name nobody.");
    }
  }

  private void own(Workspace workspace, Identity person, ConsentRows rows) throws Exception {
    try (PatientDevice device =
            PatientDevice.open(
                workspace, invocation.keyring(), person, "see what was asked and shared");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      books.books().forEach(book -> rows.show(invocation.output(), book));
    }
  }

  private void with(Workspace workspace, Identity person, String patient, ConsentRows rows)
      throws Exception {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "see the consents")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      try (PairBook book = desk.book(card)) {
        rows.show(invocation.output(), book);
      }
    }
  }
}
