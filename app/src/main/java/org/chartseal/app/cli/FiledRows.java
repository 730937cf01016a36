package org.chartseal.app.cli;

import java.util.Locale;
import java.util.Optional;
import org.chartseal.app.session.FilingDesk;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.clinical.MatchExplanation;
import org.chartseal.services.clinical.ParsedEntry;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued;
import org.chartseal.services.record.DocumentFiling;
import org.chartseal.services.seal.Fault;

/** What became of entries that were filed, a row each. */
final class FiledRows {

  private final Output output;
  private final Outbox outbox;
  private final FilingDesk filing;
  private final String replaces;

  /**
   * @param replaces the name of the entry whose place they take; empty if they are new
   */
  FiledRows(Output output, Outbox outbox, FilingDesk filing, String replaces) {
    this.output = output;
    this.outbox = outbox;
    this.filing = filing;
    this.replaces = replaces;
  }

  /** Says what became of one entry that came from no file; false if it was not filed. */
  boolean show(DocumentFiling.Filed filed) {
    return show(filed, "");
  }

  /**
   * The same of one that came from a file, which is named if it was refused.
   *
   * @param file empty if it came from none
   */
  boolean show(DocumentFiling.Filed filed, String file) {
    return switch (filed) {
      case DocumentFiling.Filed.Drafted(var entry, var queued) -> {
        show(entry, queued, "");
        yield true;
      }
      case DocumentFiling.Filed.Known(var entry, var before) -> {
        show(entry, before, " (it was there before)");
        yield true;
      }
      case DocumentFiling.Filed.OtherPatient(var entry, var match) -> {
        output.fault(about(entry, file), otherPatient(match));
        yield false;
      }
      case DocumentFiling.Filed.Refused(var entry, var fault) -> {
        output.fault(about(entry, file), fault);
        yield false;
      }
    };
  }

  private static Row about(ParsedEntry entry, String file) {
    Row kind =
        file.isEmpty()
            ? Row.of("kind", entry.kind())
            : Row.of("file", file).and("kind", entry.kind());
    return kind.and("date", entry.date());
  }

  private void show(ParsedEntry entry, Queued.QueuedEntry filed, String remark) {
    Queued.QueuedEntry queued =
        outbox.find(filed.job().id()).map(Queued.QueuedEntry.class::cast).orElse(filed);
    String state = state(queued);
    String name = filing.name(entry, queued);
    Row row =
        Row.of("entry", name)
            .and("kind", entry.kind())
            .and("date", entry.date())
            .and("slot", queued.slot().slot().value().hex())
            .and("cid", new Cid(queued.digests().manifestDigest()).text())
            .and("state", state)
            .and("known", !remark.isEmpty());
    String words =
        "%-9s %-10s %-10s %s%s%n          %s"
            .formatted(
                state,
                entry.kind(),
                entry.date().substring(0, Math.min(10, entry.date().length())),
                entry.title(),
                remark,
                name);
    Optional<String> retraction = retraction(queued);
    if (retraction.isPresent()) {
      row = row.and("replaces", replaces).and("retraction", retraction.get());
      words +=
          "%n          replaces %s, whose retraction is %s".formatted(replaces, retraction.get());
    }
    output.row(row, words);
  }

  /** How far the retraction of what it replaces is; empty if it replaces nothing here. */
  private Optional<String> retraction(Queued.QueuedEntry entry) {
    return replaces.isEmpty()
        ? Optional.empty()
        : outbox.ofOwner(entry.job().owner()).stream()
            .filter(Queued.QueuedRetraction.class::isInstance)
            .map(FiledRows::state)
            .findFirst();
  }

  private static String state(Queued queued) {
    return queued.job().state().name().toLowerCase(Locale.ROOT);
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
