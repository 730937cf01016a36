package org.chartseal.views.kit.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.scene.Node;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.report.Report;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.export.Saver;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Texts;

/** Takes a record, or an entry of it, out of the window. */
public final class PrintedRecord {

  private final Kit kit;
  private final Texts texts;
  private final Saver saver;

  public PrintedRecord(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(PrintedRecord.class);
    this.saver = new Saver(kit);
  }

  /**
   * Entries as they stand in the list.
   *
   * @param entries in their order
   * @param filter that left these; empty for all
   * @param all how many there are without it
   */
  public record Listed(List<ReportEntry> entries, String filter, int all) {
    public Listed {
      entries = List.copyOf(entries);
    }
  }

  /** Makes an entry's content readable. */
  @FunctionalInterface
  public interface Reading {
    Optional<ContentView> read(Progress progress) throws RefusedException;
  }

  /** Says how the record was opened, off the JavaFX thread. */
  @FunctionalInterface
  public interface Asked {
    Opening opening() throws RefusedException;
  }

  /**
   * Saves the list as PDF.
   *
   * @param name that is suggested for the file
   */
  public void list(Node asking, Asked how, String name, Listed listed) {
    saver.report(asking, name, list(how, listed));
  }

  /** Prints the list. */
  public void printList(Node asking, Asked how, String name, Listed listed) {
    saver.print(asking, name, list(how, listed));
  }

  private Saver.Making<Report> list(Asked how, Listed listed) {
    Localisation words = kit.localisation().still();
    return progress ->
        new ListReport(words).of(how.opening(), listed.entries(), listed.filter(), listed.all());
  }

  /** Saves the list as a table for other programs: dates and verdicts in the same words always. */
  public void table(Node asking, String name, Listed listed) {
    saver.table(asking, name, lines(listed));
  }

  /**
   * The same of a record that is somebody else's.
   *
   * @param how asked first: where that is refused, nothing is saved
   */
  public void table(Node asking, Asked how, String name, Listed listed) {
    List<List<String>> lines = lines(listed);
    saver.table(
        asking,
        name,
        progress -> {
          how.opening();
          return lines;
        });
  }

  private List<List<String>> lines(Listed listed) {
    List<List<String>> lines = new ArrayList<>();
    lines.add(
        List.of(
            texts.get("column.verdict"),
            texts.get("column.date"),
            texts.get("column.kind"),
            texts.get("column.title"),
            texts.get("column.author"),
            texts.get("column.organisation"),
            texts.get("evidence.entry"),
            texts.get("evidence.slot")));
    for (ReportEntry one : listed.entries()) {
      lines.add(
          List.of(
              one.entry().verdict().grade().name().toLowerCase(Locale.ROOT),
              one.date(),
              one.kind(),
              one.title(),
              one.author(),
              one.organisation(),
              one.name(),
              one.entry().anchor().slot().slot().value().hex()));
    }
    return lines;
  }

  /** Saves an entry as PDF. */
  public void entry(Node asking, Asked how, ReportEntry entry, Reading reading) {
    saver.report(asking, title(entry), entry(how, entry, reading));
  }

  /** Prints an entry. */
  public void printEntry(Node asking, Asked how, ReportEntry entry, Reading reading) {
    saver.print(asking, title(entry), entry(how, entry, reading));
  }

  private String title(ReportEntry entry) {
    return entry.title().isEmpty() ? texts.get("untitled") : entry.title();
  }

  private Saver.Making<Report> entry(Asked how, ReportEntry entry, Reading reading) {
    Localisation words = kit.localisation().still();
    return progress -> new EntryReport(words).of(how.opening(), entry, reading.read(progress));
  }
}
