package org.chartseal.app.export;

import java.time.InstantSource;
import org.chartseal.services.report.internal.PdfPrinter;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.services.report.internal.SystemPrintServices;
import org.chartseal.views.kit.export.Exports;
import org.chartseal.views.kit.export.SystemChooser;

/** The ways in which something is taken out of a window of this machine. */
public record SystemExports(InstantSource clock) {

  /** Files where the person chooses, and the printers that the system knows. */
  public Exports exports() {
    return new Exports(
        new PdfReportWriter(clock),
        new PdfPrinter(new SystemPrintServices()),
        new HomeFiles(),
        new SystemChooser());
  }
}
