package org.chartseal.app.cli;

import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.concurrent.Callable;
import java.util.function.UnaryOperator;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.SensitivityClass;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal consent approve}. */
@Command(
    name = "approve",
    description = "Grants what was asked for, or less of it, as the patient.",
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
      paramLabel = "CLASS",
      split = ",",
      description = "Fewer kinds of information than asked for.")
  private List<String> classes = List.of();

  @Option(
      names = "--years",
      paramLabel = "YEARS",
      split = ",",
      description = "Fewer years than asked for.")
  private List<String> years = List.of();

  @Option(names = "--until", paramLabel = "WHEN", description = "An earlier end than asked for.")
  private @Nullable String until;

  @Mixin private final Sending sending = new Sending();

  ConsentApproveCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    Instant now = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    UnaryOperator<ConsentTerms> narrowing = narrowing(now);
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "grant what is asked");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      Ask ask = OpenAsks.find(books, request);
      ConsentTerms terms = narrowing.apply(ask.terms());
      if (workspace
              .consents()
              .patients()
              .approve(device.session(), books, ask, terms, PatientActs.grant(terms.id()))
          instanceof WriteOutcome.Refused(var fault)) {
        throw CommandFailure.refused(fault);
      }
      sending.finish(workspace, output);
      String words = workspace.clinical().consents().inWords(terms);
      output.row(
          Row.of("consent", terms.id()).and("state", "granted").and("words", words),
          "Granted.%n%s%nTake it back at any time with: chartseal consent revoke %s --as %s"
              .formatted(words, terms.id(), person.alias()));
    }
    return ExitStatus.DONE.code();
  }

  private UnaryOperator<ConsentTerms> narrowing(Instant now) throws CommandFailure {
    List<SensitivityClass> fewer = TermsText.classes(classes);
    SortedSet<Integer> those = TermsText.years(years);
    Optional<Instant> earlier =
        until == null
            ? Optional.empty()
            : Optional.of(
                TermsText.until(until, now, ZoneId.systemDefault())
                    .truncatedTo(ChronoUnit.SECONDS));
    return asked ->
        new ConsentTerms(
            asked.id(),
            asked.patient(),
            asked.grantee(),
            asked.writers(),
            asked.purpose(),
            fewer.isEmpty() ? asked.classes() : fewer,
            those.isEmpty() ? asked.years() : those,
            now,
            asked.from(),
            earlier.orElse(asked.until()));
  }
}
