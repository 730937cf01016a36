package org.chartseal.views.kit.export;

import java.nio.file.Path;
import java.util.Optional;
import javafx.scene.Node;
import org.chartseal.services.report.ReportPrinter;
import org.chartseal.services.report.ReportWriter;
import org.chartseal.services.seal.RefusedException;

/**
 * How what people take out of the console gets there.
 *
 * @param reports sets pages
 * @param printers puts them on paper
 * @param files writes files
 * @param chooser asks where
 */
public record Exports(ReportWriter reports, ReportPrinter printers, Files files, Chooser chooser) {

  /** Writes files for the account of whoever sits here alone, each whole or not at all. */
  @FunctionalInterface
  public interface Files {
    /**
     * Writes or replaces one.
     *
     * @throws RefusedException if it could not be written; the one before is still there
     */
    void write(Path file, byte[] content) throws RefusedException;
  }

  /** Asks a person where a file is to be. */
  @FunctionalInterface
  public interface Chooser {
    /**
     * Asks, on the JavaFX thread.
     *
     * @param asking for whom; once it has left its window, nothing counts as chosen
     * @param title of the dialog
     * @param name that is suggested
     */
    Optional<Path> choose(Node asking, String title, String name, ExportKind kind);
  }
}
