package org.chartseal.app.cli;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.FirstVisitDesk;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.identity.CardTrust;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.seal.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code chartseal visit}. */
@Command(
    name = "visit",
    description = {
      "Presents a patient's card and says who it is.",
      "At the first visit to a hospital the patient confirms with their PIN."
    },
    footer = {
      "",
      "Example:",
      "  chartseal visit adan-delrio --as dr-okafor",
      "  chartseal visit ~/clinic/cards/adan-delrio.card --as dr-okafor"
    })
final class VisitCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "CARD", description = "A card file, or a patient of this home.")
  private String card = "";

  @Mixin private final Sending sending = new Sending();

  VisitCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    invocation.checkPatient(card);
    Output output = invocation.output();
    try (Workspace workspace = invocation.open()) {
      Patients patients = new Patients(workspace);
      SignedCard presented = patients.present(card);
      Optional<Fault> doubt = new CardTrust(workspace.network().ledger()).check(presented);
      if (doubt.isPresent()) {
        throw CommandFailure.refused(doubt.get());
      }
      Keyring keyring = invocation.keyring();
      try (Desk desk = Desk.open(workspace, keyring, person, "begin the visit")) {
        Visits visits = new Visits(workspace.home());
        boolean first = !visits.isKnown(desk.organisation().id(), presented.card().party());
        show(output, presented, desk, first);
        if (first) {
          Identity owner = PatientDevice.owner(workspace, presented.card());
          String what = "be a patient of " + desk.organisation().name();
          try (PatientDevice patient = PatientDevice.open(workspace, keyring, owner, what)) {
            new FirstVisitDesk(workspace).confirm(desk.seat(), patient, patients.bytes(card));
          }
          sending.finish(desk, output);
          output.hint("The patient confirmed with their PIN. Now ask for the record.");
        }
      }
    }
    return ExitStatus.DONE.code();
  }

  private static void show(Output output, SignedCard presented, Desk desk, boolean first) {
    PatientDetails person = presented.card().person();
    String visit =
        first
            ? "This is the first visit to " + desk.organisation().name() + "."
            : "Known at " + desk.organisation().name() + ".";
    output.row(
        Row.of("patient", person.name())
            .and("birthDate", person.birthDate())
            .and("gender", person.gender())
            .and("party", presented.card().party().value().hex())
            .and("issuer", presented.card().issuer().number())
            .and("firstVisit", first),
        "%s, born %s, %s. The card's issuer and its signatures are good.%n%s"
            .formatted(person.name(), person.birthDate(), person.gender(), visit));
  }
}
