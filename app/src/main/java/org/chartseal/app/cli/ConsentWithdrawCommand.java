package org.chartseal.app.cli;

import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.OrganisationActs;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent withdraw}. */
@Command(
    name = "withdraw",
    description = "Takes a request back that the patient has not answered.",
    footer = {"", "Example:", "  chartseal consent withdraw adan-delrio REQUEST --as dr-okafor"})
final class ConsentWithdrawCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "PATIENT",
      description = "A patient of this home, or their card file.")
  private String patient = "";

  @Parameters(
      index = "1",
      paramLabel = "REQUEST",
      description = "As 'chartseal consent list PATIENT' names it.")
  private String request = "";

  @Mixin private final Sending sending = new Sending();

  ConsentWithdrawCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    invocation.checkPatient(patient);
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "take a request back")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      Ask ask = waiting(desk, card);
      if (workspace
              .consents()
              .desk()
              .takeBack(desk.organisation(), ask, OrganisationActs.request(request))
          instanceof SigningDesk.Outcome.Refused(var fault)) {
        throw CommandFailure.refused(fault);
      }
      sending.finish(desk, output);
      output.row(
          Row.of("consent", request).and("state", "withdrawn"),
          "Taken back. The patient does not find it any more.");
    }
    return ExitStatus.DONE.code();
  }

  private Ask waiting(Desk desk, PatientCard card) throws CommandFailure, RefusedException {
    try (PairBook book = desk.book(card)) {
      return book.ask(request).filter(ask -> !ask.answered()).orElseThrow(OpenAsks::none);
    }
  }
}
