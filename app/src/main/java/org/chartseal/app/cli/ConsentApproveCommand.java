package org.chartseal.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.Callable;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.record.WriteOutcome;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent approve}. */
@Command(
    name = "approve",
    description = "A patient grants what was asked for, or less of it.",
    footer = {
      "",
      "Example:",
      "  chartseal consent approve REQUEST --years 2020-2026 --until 2h --as adan-delrio"
    })
final class ConsentApproveCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "REQUEST", description = "As 'chartseal consent list' names it.")
  private String request = "";

  @Option(
      names = "--class",
      split = ",",
      description = "Fewer kinds of information than asked for.")
  private List<String> classes = List.of();

  @Option(names = "--years", split = ",", description = "Fewer years than asked for.")
  private List<String> years = List.of();

  @Option(names = "--until", description = "An earlier end than asked for.")
  private @Nullable String until;

  @Mixin private final Sending sending = new Sending();

  ConsentApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(
                workspace, invocation.keyring(), invocation.identity(), "grant what is asked");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      Ask ask = OpenAsks.find(books, request);
      ConsentTerms terms = narrowed(ask.terms(), workspace.clock().instant());
      if (workspace
              .consents()
              .patients()
              .approve(device.session(), books, ask, terms, PatientActs.grant(terms.id()))
          instanceof WriteOutcome.Refused(var fault)) {
        throw CommandFailure.refused(fault);
      }
      sending.finish(workspace, output.progress());
      String words = workspace.clinical().consents().inWords(terms);
      output.row(
          Row.of("consent", terms.id()).and("state", "granted").and("words", words),
          "Granted.%n%s%nTake it back at any time with: chartseal consent revoke %s"
              .formatted(words, terms.id()));
    }
    return ExitStatus.DONE.code();
  }

  private ConsentTerms narrowed(ConsentTerms asked, Instant now) throws CommandFailure {
    return new ConsentTerms(
        asked.id(),
        asked.patient(),
        asked.grantee(),
        asked.writers(),
        asked.purpose(),
        classes.isEmpty() ? asked.classes() : TermsText.classes(classes),
        years.isEmpty() ? asked.years() : TermsText.years(years),
        now.truncatedTo(ChronoUnit.SECONDS),
        asked.from(),
        until == null
            ? asked.until()
            : TermsText.until(until, now, ZoneId.systemDefault()).truncatedTo(ChronoUnit.SECONDS));
  }
}
