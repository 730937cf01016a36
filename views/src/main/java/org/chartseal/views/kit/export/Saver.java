package org.chartseal.views.kit.export;

import java.util.List;
import java.util.regex.Pattern;
import javafx.scene.Node;
import org.chartseal.services.report.CsvText;
import org.chartseal.services.report.Report;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/**
 * Saves something as a file, or prints it: asks where, shows how far it is, and says what it means.
 */
public final class Saver {

  /** What file systems take for more than a letter. */
  private static final Pattern UNFIT = Pattern.compile("[\\s\\p{Cntrl}\\\\/:*?\"<>|]+");

  private static final int LONGEST = 80;

  private final Kit kit;
  private final Texts texts;
  private final Exports exports;

  public Saver(Kit kit) {
    this.kit = kit;
    this.texts = kit.texts(Saver.class);
    this.exports = kit.exports();
  }

  /**
   * Makes something off the JavaFX thread.
   *
   * @param <T> what is made
   */
  @FunctionalInterface
  public interface Making<T> {
    T make(Progress progress) throws RefusedException;
  }

  /**
   * What is to be written.
   *
   * @param remark something more to know of it; may be empty
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  public record Made(byte[] bytes, String remark) {}

  /** Saves a report. */
  public void report(Node asking, String name, Making<Report> making) {
    save(
        asking,
        name,
        ExportKind.PDF,
        progress -> new Made(exports.reports().pdf(making.make(progress), progress), ""));
  }

  /** Prints a report, or saves it where there is no printer. */
  public void print(Node asking, String name, Making<Report> making) {
    kit.overlay()
        .show(
            new PrintDialog(
                kit, texts.get("print.title", name), making, () -> report(asking, name, making)));
  }

  /** Saves a table, its titles first. */
  public void table(Node asking, String name, List<List<String>> lines) {
    table(asking, name, progress -> lines);
  }

  /** Saves a table that is made first, its titles first. */
  public void table(Node asking, String name, Making<List<List<String>>> making) {
    save(
        asking,
        name,
        ExportKind.CSV,
        progress -> new Made(new CsvText(making.make(progress)).bytes(), ""));
  }

  /**
   * Saves anything.
   *
   * @param asking from where; a lock in between leaves nothing to save
   * @param name suggested, without its ending
   */
  public void save(Node asking, String name, ExportKind kind, Making<Made> making) {
    exports
        .chooser()
        .choose(asking, texts.word("title", kind), fit(name), kind)
        .ifPresent(
            file -> kit.overlay().show(new SavingDialog(kit, file, exports.files(), making)));
  }

  private static String fit(String name) {
    String fit = UNFIT.matcher(name).replaceAll(" ").strip();
    return fit.length() <= LONGEST ? fit : fit.substring(0, LONGEST).strip();
  }
}
