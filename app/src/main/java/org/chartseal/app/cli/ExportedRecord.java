package org.chartseal.app.cli;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.chartseal.app.export.HomeFiles;
import org.chartseal.app.export.Summaries;
import org.chartseal.app.session.EntryName;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.clinical.PatientSummary;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.report.CsvText;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.report.EntryReport;
import org.chartseal.views.kit.report.ListReport;
import org.chartseal.views.kit.report.Opening;
import org.chartseal.views.kit.report.ReportEntry;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.record.RecordItem;

/** One opening, and the files that are made of it. */
final class ExportedRecord implements RecordOpening.Taker {

  private static final Fault STOPPED =
      new Fault("CS-SHOW-05", "Opening was stopped. Nothing was written.");

  private static final Comparator<ReportEntry> NEWEST_FIRST =
      Comparator.comparing(ReportEntry::date).reversed();

  private final Workspace workspace;
  private final String patient;
  private final Optional<EntryName> one;
  private final ExportTargets targets;
  private final Localisation words;
  private final Summaries summaries;
  private final List<RecordEntry> entries = new ArrayList<>();
  private final List<ReportEntry> listed = new ArrayList<>();
  private Opening opening =
      new Opening(
          PatientDetails.NOBODY, Opening.Basis.OWN, List.of(), Optional.empty(), Instant.EPOCH);

  ExportedRecord(
      Workspace workspace,
      String patient,
      Optional<EntryName> one,
      ExportTargets targets,
      Localisation words) {
    this.targets = targets;
    this.words = words;
    this.workspace = workspace;
    this.patient = patient;
    this.one = one;
    this.summaries = new Summaries(workspace, patient);
  }

  @Override
  public void take(RecordEntry entry) {
    EntryName name = EntryName.of(patient, entry);
    if (one.isPresent() && !one.get().equals(name)) {
      return;
    }
    if (targets.ips().isPresent()) {
      summaries.accept(entry);
    }
    entries.add(one.isPresent() ? entry : entry.withoutContent());
    listed.add(
        new ReportEntry(
            name.toString(),
            entry
                .description()
                .map(said -> words.texts(RecordItem.class).word("kind", said.kind()))
                .orElse(""),
            workspace
                .identity()
                .directory()
                .find(entry.where().writer())
                .map(Organisation::name)
                .orElseGet(() -> entry.where().writer().toString()),
            entry.withoutContent()));
  }

  @Override
  public boolean ended(PatientDetails person, List<ConsentTerms> terms, RecordOutcome outcome)
      throws CommandFailure {
    return switch (outcome) {
      case RecordOutcome.Failed(var fault) -> throw CommandFailure.environment(fault);
      case RecordOutcome.Stopped stopped -> throw CommandFailure.refused(STOPPED);
      case RecordOutcome.Opened opened -> {
        listed.sort(NEWEST_FIRST);
        opening =
            new Opening(
                person,
                terms.isEmpty() ? Opening.Basis.OWN : Opening.Basis.CONSENT,
                terms,
                Optional.of(opened),
                Instant.now());
        yield opened.complete();
      }
    };
  }

  boolean isGood() {
    return entries.stream()
        .map(entry -> entry.verdict().grade())
        .allMatch(grade -> grade == Verdict.Grade.PROVEN || grade == Verdict.Grade.RETRACTED);
  }

  void write(Output output) throws CommandFailure, RefusedException {
    if (one.isPresent() && entries.isEmpty()) {
      throw CommandFailure.usage(
          "CS-USE-14",
          "There is no such entry in what was granted. 'chartseal record' shows the names.");
    }
    if (targets.pdf().isPresent()) {
      Report report =
          one.isPresent()
              ? new EntryReport(words).of(opening, listed.getFirst(), readable())
              : new ListReport(words).of(opening, listed, "", listed.size());
      written(
          output,
          "pdf",
          targets.pdf().get(),
          new PdfReportWriter(InstantSource.system()).pdf(report, output.progress()),
          "");
    }
    if (targets.csv().isPresent()) {
      written(output, "csv", targets.csv().get(), new CsvText(lines()).bytes(), "");
    }
    if (targets.ips().isPresent()) {
      PatientSummary made = summaries.make(opening.patient(), opening.outcome().orElseThrow());
      written(
          output,
          "ips",
          targets.ips().get(),
          made.bytes(),
          " %d entries are in it; %d hold nothing for its sections, %d are not proven."
              .formatted(made.entries(), made.withoutPlace(), made.leftOut()));
    }
  }

  private Optional<ContentView> readable() {
    RecordEntry entry = entries.getFirst();
    Optional<Content> content =
        entry.content().filter(any -> entry.verdict().grade() != Verdict.Grade.FAILED);
    return content.map(workspace.clinical().viewer()::view);
  }

  private List<List<String>> lines() {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of("verdict", "date", "kind", "title", "author", "organisation", "entry", "slot"));
    for (ReportEntry row : listed) {
      RecordEntry entry = row.entry();
      lines.add(
          List.of(
              entry.verdict().grade().name().toLowerCase(Locale.ROOT),
              row.date(),
              row.kind(),
              row.title(),
              row.author(),
              row.organisation(),
              row.name(),
              entry.anchor().slot().slot().value().hex()));
    }
    return lines;
  }

  private static void written(Output output, String form, Path file, byte[] bytes, String more)
      throws RefusedException {
    new HomeFiles().write(file.toAbsolutePath(), bytes);
    output.row(
        Row.of("form", form).and("file", file.toString()).and("bytes", bytes.length),
        "%s is written. Whoever has it can read it.%s".formatted(file, more));
  }
}
