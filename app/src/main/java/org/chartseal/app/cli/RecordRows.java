package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartseal.app.session.EntryName;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.record.CheckResult;
import org.chartseal.services.record.RecordEntry;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.record.Verdict;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.Fault;

/** The entries of one opening, and how it ended. */
final class RecordRows implements RecordOpening.Taker {

  private final Output output;
  private final String patient;
  private final Sink sink;
  private final NewestFirst sorted;
  private int unproven;
  private int retracted;

  /** Takes an entry's answer. */
  private interface Sink {
    void take(String date, Row row, String words);
  }

  private RecordRows(Output output, String patient, Sink sink, NewestFirst sorted) {
    this.output = output;
    this.patient = patient;
    this.sink = sink;
    this.sorted = sorted;
  }

  /** Gives each entry when it comes, in the order in which the record is read. */
  static RecordRows asRead(Output output, String patient) {
    return new RecordRows(
        output, patient, (date, row, words) -> output.row(row, words), new NewestFirst());
  }

  /** Gives the entries at the end, by date. */
  static RecordRows newestFirst(Output output, String patient) {
    NewestFirst sorted = new NewestFirst();
    return new RecordRows(output, patient, sorted::add, sorted);
  }

  @Override
  public void take(RecordEntry entry) {
    Verdict.Grade grade = entry.verdict().grade();
    switch (grade) {
      case PROVEN -> {
        // As it should be.
      }
      case RETRACTED -> retracted++;
      case UNKNOWN, DOUBTFUL, FAILED -> unproven++;
    }
    String name = EntryName.of(patient, entry).toString();
    String date = entry.description().map(EntryDescription::date).orElse("");
    String title = entry.description().map(EntryDescription::title).orElse("");
    sink.take(
        date,
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

  @Override
  public boolean ended(PatientDetails whose, List<ConsentTerms> terms, RecordOutcome outcome)
      throws CommandFailure {
    sorted.giveTo(output);
    return switch (outcome) {
      case RecordOutcome.Failed(var fault) -> throw CommandFailure.environment(fault);
      case RecordOutcome.Stopped stopped -> false;
      case RecordOutcome.Opened opened -> {
        String words =
            opened.complete()
                ? "%s, complete for what was opened, proven at block %d."
                    .formatted(entries(opened), opened.at().number())
                : "%s at block %d; not complete: %s"
                    .formatted(
                        entries(opened), opened.at().number(), String.join(" ", sentences(opened)));
        output.row(
            Row.of("complete", opened.complete())
                .and("block", opened.at().number())
                .and("entries", opened.entries())
                .and("gaps", (Object) List.<Object>copyOf(sentences(opened))),
            words);
        yield unproven == 0 && opened.complete();
      }
    };
  }

  private static List<String> sentences(RecordOutcome.Opened opened) {
    return opened.gaps().stream().map(Fault::sentence).distinct().toList();
  }

  private String entries(RecordOutcome.Opened opened) {
    StringBuilder words =
        new StringBuilder(opened.entries() == 1 ? "1 entry" : opened.entries() + " entries");
    if (retracted > 0) {
      words.append(" (").append(retracted).append(" retracted by whoever wrote it)");
    }
    if (unproven > 0) {
      words.append(" (").append(unproven).append(" not proven: 'chartseal show' says why)");
    }
    return words.toString();
  }
}
