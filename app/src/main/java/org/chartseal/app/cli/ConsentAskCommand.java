package org.chartseal.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.WriteOutcome;
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
      description = "treatment, payment, research …",
      defaultValue = "treatment")
  private String purpose = "";

  @Option(
      names = "--class",
      split = ",",
      description = "Kinds of information: N (general), PSY, HIV …",
      defaultValue = "N")
  private List<String> classes = List.of();

  @Option(names = "--years", split = ",", description = "Years of the entries; all by default.")
  private List<String> years = List.of();

  @Option(
      names = "--until",
      description = "A day, a time, or a span: 8h, 30d.",
      defaultValue = "8h")
  private String until = "";

  @Mixin private final Sending sending = new Sending();

  ConsentAskCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "ask for the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      ConsentTerms terms = terms(workspace, desk, card);
      try (PairStreams pair = desk.pair(card)) {
        if (workspace
                .consents()
                .desk()
                .ask(desk.organisation(), card, pair, terms, new Owner("ask-" + terms.id()))
            instanceof WriteOutcome.Refused(var fault)) {
          throw CommandFailure.refused(fault);
        }
      }
      sending.finish(desk, output.progress());
      String words = workspace.clinical().consents().inWords(terms);
      output.row(
          Row.of("consent", terms.id()).and("state", "asked").and("words", words),
          "%s%n%nThe patient answers with: chartseal consent approve %s --as PATIENT"
              .formatted(words, terms.id()));
    }
    return ExitStatus.DONE.code();
  }

  private ConsentTerms terms(Workspace workspace, Desk desk, PatientCard card)
      throws CommandFailure {
    Instant now = workspace.clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new ConsentTerms(
        UUID.randomUUID().toString(),
        new ActorReference(
            ActorReference.Kind.PATIENT, card.party().toString(), card.person().name()),
        desk.organisationReference(),
        List.of(),
        TermsText.purpose(purpose),
        TermsText.classes(classes),
        TermsText.years(years),
        now,
        now,
        TermsText.until(until, now, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
  }
}
