package org.chartseal.app.cli;

import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal export}. */
@Command(
    name = "export",
    description = {
      "Writes a record that was granted, or one's own, to files.",
      "The list with its verdicts as PDF or CSV, one entry as PDF, or what is proven as an International Patient Summary (FHIR R4).",
      "The patient sees this opening like any other. Whoever has such a file can read it."
    },
    footer = {
      "",
      "Example:",
      "  chartseal export adan-delrio --as dr-okafor --pdf record.pdf --ips summary.json",
      "  chartseal export adan-delrio/1.N.0.2024.0.3 --as dr-okafor --pdf entry.pdf"
    })
final class ExportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      paramLabel = "PATIENT|ENTRY",
      description = "A patient of this home, their card file, or an entry's name.")
  private String what = "";

  @ArgGroup(exclusive = false, multiplicity = "1")
  private ExportTargets targets = new ExportTargets();

  @Option(
      names = "--language",
      paramLabel = "LANGUAGE",
      description = "Of the PDF: english or korean.",
      defaultValue = "english")
  private Language language = Language.ENGLISH;

  @Option(names = "--purpose", description = "As in the consent.", defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  ExportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Optional<EntryName> one = EntryName.parse(what);
    if (one.isPresent() && (targets.csv().isPresent() || targets.ips().isPresent())) {
      throw CommandFailure.usage(
          "CS-USE-40", "One entry is written as PDF only. Name the patient for the other forms.");
    }
    Identity person = invocation.identity();
    String patient = one.map(EntryName::patient).orElse(what);
    try (Workspace workspace = invocation.open()) {
      ExportedRecord opened =
          new ExportedRecord(
              workspace, patient, one, targets, new Localisation(language, ZoneId.systemDefault()));
      boolean complete =
          person.role() == IdentityRole.PATIENT
              ? own(workspace, person, patient, opened)
              : granted(workspace, person, patient, opened, one);
      opened.write(invocation.output());
      return (complete && opened.isGood() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private boolean own(Workspace workspace, Identity person, String patient, ExportedRecord opened)
      throws Exception {
    if (!patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-21", "Patients open their own record, and nobody else's. Name yourself.");
    }
    try (PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "open your own record");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      return opened.ended(
          device.session().patient().card().person(),
          List.of(),
          workspace
              .consents()
              .ownRecord()
              .read(device.session(), books, invocation.output().progress(), opened));
    }
  }

  private boolean granted(
      Workspace workspace,
      Identity person,
      String patient,
      ExportedRecord opened,
      Optional<EntryName> one)
      throws Exception {
    try (Desk desk = Desk.open(workspace, invocation.keyring(), person, "open the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      boolean complete;
      try (PairStreams pair = desk.pair(card)) {
        OpeningOutcome outcome =
            workspace
                .consents()
                .opening()
                .open(
                    desk.organisation(),
                    desk.practitioner(),
                    card,
                    pair,
                    TermsText.purpose(purpose),
                    new Owner("receipt"),
                    one.map(name -> OpeningScope.stream(name::isIn))
                        .orElse(OpeningScope.EVERYTHING),
                    invocation.output().progress(),
                    opened);
        complete =
            switch (outcome) {
              case OpeningOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
              case OpeningOutcome.Opened(var terms, RecordOutcome record) ->
                  opened.ended(card.person(), terms, record);
            };
      }
      sending.finish(desk, invocation.output());
      return complete;
    }
  }
}
