package org.chartseal.views.testing;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;
import org.chartseal.services.report.internal.PrintServices;

/** At most one printer, whose paper is PostScript in memory. */
public final class PostScriptPrinters implements PrintServices {

  private final ByteArrayOutputStream paper = new ByteArrayOutputStream();
  private volatile Optional<OutputStream> tray = Optional.empty();

  /** A printer is set up. */
  public void plugIn() {
    tray = Optional.of(paper);
  }

  /** A printer is set up that takes nothing. */
  public void jam() {
    tray =
        Optional.of(
            new OutputStream() {
              @Override
              public void write(int b) throws IOException {
                throw new IOException("jammed");
              }
            });
  }

  /** How many pages came out. */
  public long pages() {
    return paper
        .toString(StandardCharsets.ISO_8859_1)
        .lines()
        .filter(line -> line.startsWith("%%Page:"))
        .count();
  }

  @Override
  public List<PrintService> all() {
    return usual().stream().toList();
  }

  @Override
  public Optional<PrintService> usual() {
    return tray.map(to ->
        StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
            DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
            .getPrintService(to));
  }
}
