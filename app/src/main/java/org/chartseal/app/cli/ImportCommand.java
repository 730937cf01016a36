package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.seal.Fault;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal import}. */
@Command(
    name = "import",
    description = {
      "Adds C-CDA documents, FHIR bundles and a note to a patient's record, and signs all of it with one PIN.",
      "A bad file never stops the others. The same document twice stays one entry."
    },
    footer = {
      "",
      "Example:",
      "  chartseal import adan-delrio ~/clinic/documents/adan-delrio.xml --note \"Wound clean, stitches out in ten days.\" --as dr-okafor"
    })
final class ImportCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(
      index = "0",
      paramLabel = "PATIENT",
      description = "A patient of this home, or their card file.")
  private String patient = "";

  @Parameters(index = "1..*", paramLabel = "FILE", description = "Files and folders.")
  private List<Path> files = List.of();

  @Option(
      names = "--note",
      paramLabel = "TEXT",
      description = "A note of your own; paragraphs end with a line break.")
  private String note = "";

  @Option(
      names = "--note-title",
      paramLabel = "TITLE",
      description = "What the note is called.",
      defaultValue = "Note")
  private String noteTitle = "";

  @Option(
      names = "--anyway",
      description = "Files what does not name this patient beyond doubt. Look first.")
  private boolean anyway;

  @Mixin private final Sending sending = new Sending();

  ImportCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    if (files.isEmpty() && note.isBlank()) {
      throw CommandFailure.usage("CS-USE-05", "Name a file to add, or write a note with --note.");
    }
    Identity person = invocation.identity();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "sign what is added")) {
      SignedCard card = new Patients(workspace).known(desk.organisation().id(), patient);
      try (FilingDesk filing = FilingDesk.open(workspace, desk, card.card(), patient)) {
        List<ParsedEntry> entries = new ArrayList<>();
        boolean refused = read(workspace, output, entries);
        if (!note.isBlank()) {
          entries.add(filing.note(noteTitle, note.lines().toList(), workspace.clock()));
        }
        List<DocumentFiling.Filed> filed =
            filing.file(
                entries, anyway ? DocumentFiling.Match.DELIBERATE : DocumentFiling.Match.REQUIRED);
        filing.sign(filed);
        sending.finish(desk, output.progress());
        for (DocumentFiling.Filed one : filed) {
          refused |= !show(output, workspace.stores().outbox(), filing, one);
        }
        return (refused ? ExitStatus.REFUSED : ExitStatus.DONE).code();
      }
    }
  }

  private boolean read(Workspace workspace, Output output, List<ParsedEntry> entries) {
    List<Fault> faults = new ArrayList<>();
    workspace
        .clinical()
        .batches()
        .read(
            files,
            output.progress(),
            file -> {
              switch (file.result()) {
                case ReadResult.Parsed parsed -> entries.addAll(parsed.entries());
                case ReadResult.Rejected(var fault) -> {
                  faults.add(fault);
                  output.fault(Row.of("file", file.file().toString()), fault);
                }
              }
            });
    return !faults.isEmpty();
  }

  private static boolean show(
      Output output, Outbox outbox, FilingDesk filing, DocumentFiling.Filed filed) {
    return switch (filed) {
      case DocumentFiling.Filed.Drafted(var entry, var queued) -> {
        show(output, outbox, filing, entry, queued, "");
        yield true;
      }
      case DocumentFiling.Filed.Known(var entry, var before) -> {
        show(output, outbox, filing, entry, before, " (it was there before)");
        yield true;
      }
      case DocumentFiling.Filed.OtherPatient(var entry, var match) -> {
        output.fault(Row.of("kind", entry.kind()).and("date", entry.date()), otherPatient(match));
        yield false;
      }
      case DocumentFiling.Filed.Refused(var entry, var fault) -> {
        output.fault(Row.of("kind", entry.kind()).and("date", entry.date()), fault);
        yield false;
      }
    };
  }

  private static void show(
      Output output,
      Outbox outbox,
      FilingDesk filing,
      ParsedEntry entry,
      Queued.QueuedEntry queued,
      String remark) {
    String state =
        outbox.find(queued.job().id()).orElse(queued).job().state().name().toLowerCase(Locale.ROOT);
    String name = filing.name(entry, queued);
    output.row(
        Row.of("entry", name)
            .and("kind", entry.kind())
            .and("date", entry.date())
            .and("slot", queued.slot().slot().value().hex())
            .and("cid", new Cid(queued.digests().manifestDigest()).text())
            .and("state", state)
            .and("known", !remark.isEmpty()),
        "%-9s %-10s %-10s %s%s%n          %s"
            .formatted(
                state,
                entry.kind(),
                entry.date().substring(0, Math.min(10, entry.date().length())),
                entry.title(),
                remark,
                name));
  }

  private static Fault otherPatient(MatchExplanation match) {
    StringBuilder words = new StringBuilder();
    for (MatchExplanation.FieldMatch field : match.fields()) {
      words
          .append(words.isEmpty() ? "" : ", ")
          .append(field.field().name().toLowerCase(Locale.ROOT).replace('_', ' '))
          .append(' ')
          .append(field.comparison().name().toLowerCase(Locale.ROOT));
    }
    String who =
        match.verdict() == MatchExplanation.Verdict.OTHER
            ? "The document is about another patient"
            : "The document may be about another patient";
    return new Fault(
        "CS-FILE-01",
        who
            + " ("
            + words
            + "). It was not added. If you are sure that it belongs here, add it with --anyway.");
  }
}
