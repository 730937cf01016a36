package org.chartseal.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.consent.OpeningOutcome;
import org.chartseal.services.consent.OpeningScope;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Part;
import org.chartseal.services.seal.PartRole;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal show}. */
@Command(
    name = "show",
    description =
        "Shows one entry with its verdict: its resources, or the original file as it was.",
    footer = {
      "",
      "Example:",
      "  chartseal show adan-delrio/1.N.0.2024.0.3 --as dr-okafor",
      "  chartseal show adan-delrio/2.N.0.2026.0.0 --original --as dr-okafor > document.xml"
    })
final class ShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ENTRY", description = "As 'chartseal record' names it.")
  private String entry = "";

  @Option(names = "--original", description = "The original bytes, on standard output.")
  private boolean original;

  @Option(names = "--purpose", description = "As in the consent.", defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  ShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    EntryName name =
        EntryName.parse(entry)
            .orElseThrow(() ->
                CommandFailure.usage(
                    "CS-USE-13", "That is no entry's name. 'chartseal record' shows the names."));
    Identity person = invocation.identity();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "open the record")) {
      RecordEntry found = find(workspace, desk, name);
      sending.finish(desk, invocation.output().progress());
      Content content =
          found.content().orElseThrow(() -> CommandFailure.refused(unreadable(found)));
      if (original) {
        invocation.output().raw(originalOf(content));
      } else {
        show(workspace, found, content);
      }
      return (found.isProven() ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private RecordEntry find(Workspace workspace, Desk desk, EntryName name) throws Exception {
    PatientCard card =
        new Patients(workspace).known(desk.organisation().id(), name.patient()).card();
    List<RecordEntry> found = new ArrayList<>();
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
                  OpeningScope.stream(name::isIn),
                  invocation.output().progress(),
                  read -> {
                    if (name.names(read)) {
                      found.add(read);
                    }
                  });
      switch (outcome) {
        case OpeningOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
        case OpeningOutcome.Opened(var terms, RecordOutcome.Failed(var fault)) ->
            throw CommandFailure.environment(fault);
        case OpeningOutcome.Opened opened -> {
          // Whether the entry is among what was granted is all that may be told.
        }
      }
    }
    if (found.isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-14",
          "There is no such entry in what was granted. 'chartseal record' shows the names.");
    }
    return found.getFirst();
  }

  private void show(Workspace workspace, RecordEntry found, Content content) throws CommandFailure {
    Output output = invocation.output();
    output.hint("Written by " + found.author().orElse("nobody whose name can be read") + ".");
    for (CheckResult check : found.verdict().checks()) {
      output.hint(
          "%-8s %s".formatted(check.status().name().toLowerCase(Locale.ROOT), check.reason()));
    }
    if (invocation.options().json()) {
      for (Part part : content.parts(PartRole.RESOURCE)) {
        output.raw(part.bytes());
        output.raw("\n".getBytes(StandardCharsets.UTF_8));
      }
      return;
    }
    switch (workspace.clinical().viewer().entry(content)) {
      case ContentViewer.EntryOutcome.NotShown(var fault) -> throw CommandFailure.refused(fault);
      case ContentViewer.EntryOutcome.Shown(EntryView view) -> {
        for (EntryView.Section section : view.sections()) {
          output.hint("");
          output.hint(section.title());
          for (EntryView.Line line : section.lines()) {
            output.hint(
                "  %-50s %-24s %-12s %s"
                    .formatted(line.label(), line.value(), line.status(), line.date()));
          }
        }
      }
    }
  }

  private static byte[] originalOf(Content content) throws CommandFailure {
    return content
        .original()
        .orElseThrow(() ->
            CommandFailure.refused(
                new Fault(
                    "CS-SHOW-02",
                    "This entry was not made from a file. Show it without --original.")))
        .bytes();
  }

  private static Fault unreadable(RecordEntry found) {
    String reason =
        found.verdict().checks().stream()
            .filter(check -> check.status() != CheckResult.Status.PASSED)
            .map(CheckResult::reason)
            .findFirst()
            .orElse("Its content could not be had.");
    return new Fault("CS-SHOW-01", "The entry cannot be shown. " + reason);
  }
}
