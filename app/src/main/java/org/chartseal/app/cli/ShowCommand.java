package org.chartseal.app.cli;

import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartseal.app.session.OrganisationText;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ContentViewer;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.OrganisationId;
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
      "Examples:",
      "  chartseal show adan-delrio/1.N.0.2024.0.0 --as dr-okafor",
      "  chartseal show adan-delrio/2.N.0.2026.0.0 --original --as dr-okafor > document.xml"
    })
final class ShowCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "ENTRY", description = "As 'chartseal record' names it.")
  private String entry = "";

  @Option(names = "--original", description = "The original bytes, on standard output.")
  private boolean original;

  @Option(
      names = "--purpose",
      paramLabel = "PURPOSE",
      description = "As in the consent; treatment by default.",
      defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  ShowCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    NamedEntry name = NamedEntry.of(invocation, entry);
    PurposeOfUse use = TermsText.purpose(purpose);
    try (Workspace workspace = invocation.open()) {
      RecordEntry found = name.opened(invocation, workspace, use, sending);
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

  private void show(Workspace workspace, RecordEntry found, Content content) throws CommandFailure {
    Output output = invocation.output();
    output.hint("Written by " + writer(workspace, found) + ".");
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

  private static String writer(Workspace workspace, RecordEntry found) {
    String author = found.author().orElse("nobody whose name can be read");
    OrganisationId organisation = found.where().writer();
    if (organisation.equals(OrganisationId.PATIENTS)) {
      return author;
    }
    String where = new OrganisationText(workspace.identity().directory()).of(organisation);
    // An organisation that signs itself is named once.
    return where.startsWith(author + " (") ? where : author + ", " + where;
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
