package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code chartseal record}. */
@Command(
    name = "record",
    description = {
      "Opens a patient's record under their consent, each entry with its verdict;",
      "or a patient's own, which takes nobody's consent."
    },
    footer = {
      "",
      "Example:",
      "  chartseal record adan-delrio --as dr-okafor --json",
      "  chartseal record adan-delrio --as adan-delrio"
    })
final class RecordCommand implements Callable<Integer> {

  private final Invocation invocation;

  @Parameters(paramLabel = "PATIENT", description = "A patient of this home, or their card file.")
  private String patient = "";

  @Option(names = "--purpose", description = "As in the consent.", defaultValue = "treatment")
  private String purpose = "";

  @Mixin private final Sending sending = new Sending();

  RecordCommand(Invocation invocation) {
    this.invocation = invocation;
  }

  @Override
  public Integer call() throws Exception {
    Identity person = invocation.identity();
    return person.role() == IdentityRole.PATIENT ? own(person) : granted(person);
  }

  private int own(Identity person) throws Exception {
    if (!patient.equals(person.alias())) {
      throw CommandFailure.usage(
          "CS-USE-21", "Patients open their own record, and nobody else's. Name yourself.");
    }
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        PatientDevice device =
            PatientDevice.open(workspace, invocation.keyring(), person, "open your own record");
        PatientBooks books = workspace.consents().patients().read(device.session())) {
      RecordRows rows = new RecordRows(output, patient);
      boolean good =
          rows.end(
              workspace
                  .consents()
                  .ownRecord()
                  .read(device.session(), books, output.progress(), rows::show));
      return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
    }
  }

  private int granted(Identity person) throws Exception {
    Output output = invocation.output();
    try (Workspace workspace = invocation.open();
        Desk desk = Desk.open(workspace, invocation.keyring(), person, "open the record")) {
      PatientCard card = new Patients(workspace).known(desk.organisation().id(), patient).card();
      RecordRows rows = new RecordRows(output, patient);
      try (PairStreams pair = desk.pair(card)) {
        OpeningOutcome opened =
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
                    OpeningScope.TIMELINE,
                    output.progress(),
                    rows::show);
        boolean good = rows.end(opened);
        sending.finish(desk, output.progress());
        return (good ? ExitStatus.DONE : ExitStatus.REFUSED).code();
      }
    }
  }

  /** The entries of one opening, and how it ended. */
  private static final class RecordRows {
    private final Output output;
    private final String patient;
    private int unproven;

    RecordRows(Output output, String patient) {
      this.output = output;
      this.patient = patient;
    }

    void show(RecordEntry entry) {
      Verdict.Grade grade = entry.verdict().grade();
      unproven += grade == Verdict.Grade.PROVEN ? 0 : 1;
      String name = EntryName.of(patient, entry).toString();
      String date = entry.description().map(EntryDescription::date).orElse("");
      String title = entry.description().map(EntryDescription::title).orElse("");
      output.row(
          Row.of("entry", name)
              .and("kind", entry.description().map(one -> one.kind().code()).orElse(""))
              .and("date", date)
              .and("author", entry.author().orElse(""))
              .and("organisation", entry.where().writer().number())
              .and("title", title)
              .and("slot", entry.anchor().slot().slot().value().hex())
              .and("replaces", entry.replaces().map(it -> it.slot().value().hex()).orElse(""))
              .and("verdict", grade.name().toLowerCase(Locale.ROOT))
              .and("checks", checks(entry.verdict())),
          "%-9s %-10s %s%s%n          %s"
              .formatted(
                  grade.name().toLowerCase(Locale.ROOT),
                  date.substring(0, Math.min(10, date.length())),
                  title,
                  entry.replaces().isPresent() ? " (in place of another entry)" : "",
                  name));
    }

    private static List<Row> checks(Verdict verdict) {
      List<Row> rows = new ArrayList<>();
      for (CheckResult result : verdict.checks()) {
        rows.add(
            Row.of("check", result.check().name().toLowerCase(Locale.ROOT).replace('_', '-'))
                .and("status", result.status().name().toLowerCase(Locale.ROOT))
                .and("reason", result.reason()));
      }
      return rows;
    }

    boolean end(OpeningOutcome outcome) throws CommandFailure {
      return switch (outcome) {
        case OpeningOutcome.Refused(var fault) -> throw CommandFailure.refused(fault);
        case OpeningOutcome.Opened(var terms, RecordOutcome record) -> end(record);
      };
    }

    boolean end(RecordOutcome outcome) throws CommandFailure {
      return switch (outcome) {
        case RecordOutcome.Failed(var fault) -> throw CommandFailure.environment(fault);
        case RecordOutcome.Stopped stopped -> false;
        case RecordOutcome.Opened opened -> {
          String words =
              opened.complete()
                  ? "%d entries, complete for what was opened, proven at block %d."
                      .formatted(opened.entries(), opened.at().number())
                  : "%d entries at block %d; not complete: %s"
                      .formatted(
                          opened.entries(), opened.at().number(), String.join(" ", opened.gaps()));
          output.row(
              Row.of("complete", opened.complete())
                  .and("block", opened.at().number())
                  .and("entries", opened.entries())
                  .and("gaps", (Object) List.<Object>copyOf(opened.gaps())),
              words);
          yield unproven == 0 && opened.complete();
        }
      };
    }
  }
}
