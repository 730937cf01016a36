package org.chartseal.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SortedSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.OrganisationActs;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.SensitivityClass;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent ask}. */
@Command(
    name = "ask",
    description = "Asks a patient for their record.",
    footer = {
      "",
      "Example:",
      "  chartseal consent ask adan-delrio --class N --years 2010-2026 --until 8h --as dr-okafor"
    })
final class ConsentAskCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "PATIENT", description = "A patient of this home, or their card file.")
  private String patient = "";

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "treatment, payment, research or patient-request; treatment by default.",
      defaultValue = "treatment")
  private String purpose = "";

  @Option(
      names = "--class",
      paramLabel = "CLASS",
      split = ",",
      description = "Kinds of information, with commas: N (general), PSY, HIV …; N by default.",
      defaultValue = "N")
  private List<String> classes = List.of();

  @Option(
      names = "--years",
      paramLabel = "YEARS",
      split = ",",
      description = "Years of the entries, as 2024 or 2015-2024, with commas; all by default.")
  private List<String> years = List.of();

  @Option(
      names = "--until",
      paramLabel = "WHEN",
      description = "A day, a time, or a span: 8h, 30d; 8h by default.",
      defaultValue = "8h")
  private String until = "";

  @Mixin private final Sending sending = new Sending();

  ConsentAskCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    invocation.checkPatient(patient);
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    Asked asked =
        new Asked(
            TermsText.purpose(purpose),
            TermsText.classes(classes),
            TermsText.years(years),
            TermsText.until(until, now, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "ask for the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      ConsentTerms terms = terms(desk, card, asked, now);
      try (PairStreams pair = desk.pair(card)) {
        if (workspace
                .consents()
                .desk()
                .ask(desk.organisation(), card, pair, terms, OrganisationActs.request(terms.id()))
            instanceof WriteOutcome.Refused(var fault)) {
          throw CommandFailure.refused(fault);
        }
      }
      sending.finish(desk, output);
      String words = workspace.clinical().consents().inWords(terms);
      output.row(
          Row.of("consent", terms.id()).and("state", "asked").and("words", words),
          "%s%n%nThe patient answers with: chartseal consent approve %s --as %s"
              .formatted(
                  words,
                  terms.id(),
                  new Identities(workspace.home())
                      .find(patient)
                      .map(Identity::alias)
                      .orElse("PATIENT")));
    }
    return ExitStatus.DONE.code();
  }

  private static ConsentTerms terms(Desk desk, PatientCard card, Asked asked, Instant now) {
    return new ConsentTerms(
        UUID.randomUUID().toString(),
        new ActorReference(
            ActorReference.Kind.PATIENT, card.party().toString(), card.person().name()),
        desk.organisationReference(),
        List.of(),
        asked.purpose(),
        asked.classes(),
        asked.years(),
        now,
        now,
        asked.until());
  }

  /** What the options say. */
  private record Asked(
      PurposeOfUse purpose,
      List<SensitivityClass> classes,
      SortedSet<Integer> years,
      Instant until) {}
}
