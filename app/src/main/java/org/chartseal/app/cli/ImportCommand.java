package org.chartseal.app.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Desk;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.app.session.Patients;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.clinical.ReadResult;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal import}. */
@Command(
    name = "import",
    description = {
      "Adds documents and a note to a patient's record, and signs all of it with one PIN.",
      "Files are C-CDA documents and FHIR bundles; of a folder, all that are in it. A bad file never stops the others. The same document twice stays one entry."
    },
    footer = {
      "",
      "Example:",
      "  chartseal import adan-delrio ~/clinic/documents/adan-delrio.xml --as dr-okafor",
      "  chartseal import adan-delrio --note \"Stitches out in ten days.\" --as dr-okafor",
      "  chartseal import adan-delrio --note \"Left knee, not right.\" \\",
      "      --replaces adan-delrio/2.N.0.2026.0.3 --as dr-okafor"
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

  @Option(
      names = "--replaces",
      paramLabel = "ENTRY",
      description =
          "What is added corrects this entry of your organisation, which is retracted when the correction is final.")
  private String replaces = "";

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
    invocation.checkPatient(patient);
    Optional<NamedEntry> replaced = replaced();
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "sign what is added")) {
      SignedCard card = new Patients(workspace).known(desk.organisation().id(), patient);
      try (FilingDesk filing = FilingDesk.open(workspace, desk, card.card(), patient)) {
        List<ParsedEntry> entries = new ArrayList<>();
        IdentityHashMap<ParsedEntry, String> from = new IdentityHashMap<>();
        boolean refused = read(workspace, output, entries, from);
        if (!note.isBlank()) {
          entries.add(filing.note(noteTitle, note.lines().toList(), workspace.clock()));
        }
        List<DocumentFiling.Filed> filed = file(filing, replaced, entries);
        filing.sign(desk.keys(), filed);
        sending.finish(desk, output);
        if (filing.restore(desk.keys()) > 0) {
          sending.finish(desk, output);
        }
        FiledRows rows = new FiledRows(output, workspace.stores().outbox(), filing, replaces);
        for (DocumentFiling.Filed one : filed) {
          refused |= !rows.show(one, from.getOrDefault(one.entry(), ""));
        }
        return (refused ? ExitStatus.REFUSED : ExitStatus.DONE).code();
      }
    }
  }

  private Optional<NamedEntry> replaced() throws CommandFailure, HomeException {
    if (replaces.isEmpty()) {
      return Optional.empty();
    }
    NamedEntry name = NamedEntry.of(invocation, replaces);
    if (!name.patient().equals(patient)) {
      throw CommandFailure.usage(
          "CS-USE-29",
          "--replaces names an entry of another patient. 'chartseal record "
              + patient
              + "' shows the names.");
    }
    return Optional.of(name);
  }

  private List<DocumentFiling.Filed> file(
      FilingDesk filing, Optional<NamedEntry> replaced, List<ParsedEntry> entries)
      throws CommandFailure, RefusedException {
    DocumentFiling.Match match =
        anyway ? DocumentFiling.Match.DELIBERATE : DocumentFiling.Match.REQUIRED;
    if (replaced.isEmpty()) {
      return filing.file(entries, match);
    }
    if (entries.size() != 1) {
      throw CommandFailure.usage(
          "CS-USE-30",
          "One entry takes the place of one: with --replaces, add a single note or a document that makes one entry.");
    }
    return List.of(filing.replace(entries.getFirst(), match, replaced.get().replaced(filing)));
  }

  private boolean read(
      Workspace workspace,
      Output output,
      List<ParsedEntry> entries,
      IdentityHashMap<ParsedEntry, String> from) {
    List<Fault> faults = new ArrayList<>();
    workspace
        .clinical()
        .batches()
        .read(
            files,
            output.progress(),
            file -> {
              switch (file.result()) {
                case ReadResult.Parsed parsed -> {
                  entries.addAll(parsed.entries());
                  parsed.entries().forEach(entry -> from.put(entry, file.file().toString()));
                }
                case ReadResult.Rejected(var fault) -> {
                  faults.add(fault);
                  output.fault(Row.of("file", file.file().toString()), fault);
                }
              }
            });
    return !faults.isEmpty();
  }
}
