package org.chartseal.views.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import org.chartseal.services.report.internal.PdfPrinter;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.views.kit.export.Exports;
import org.jspecify.annotations.Nullable;

/** Exports to a file that the test names, as a person does in the system's dialog. */
public final class SampleExports {

  private volatile @Nullable Path chosen;
  private volatile String suggested = "";
  private final PostScriptPrinters printers = new PostScriptPrinters();

  /** The next dialog is answered with this file; until then every dialog is left without one. */
  public void choose(Path file) {
    chosen = file;
  }

  /** The name that the last dialog suggested. */
  public String suggested() {
    return suggested;
  }

  /** The printers of this machine. */
  public PostScriptPrinters printers() {
    return printers;
  }

  public Exports exports() {
    return new Exports(
        new PdfReportWriter(InstantSource.system()),
        new PdfPrinter(printers),
        SampleExports::write,
        (asking, title, name, kind) -> {
          suggested = name + "." + kind.extension();
          return Optional.ofNullable(chosen);
        });
  }

  private static void write(Path file, byte[] content) {
    try {
      Files.write(file, content);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
