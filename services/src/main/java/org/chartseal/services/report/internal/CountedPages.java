package org.chartseal.services.report.internal;

import java.awt.print.PageFormat;
import java.awt.print.Pageable;
import java.awt.print.Printable;
import java.awt.print.PrinterAbortException;
import javax.print.PrintException;
import org.chartseal.services.seal.Progress;

/** Pages that say how far they are, and go no further when they are to stop. */
final class CountedPages implements Pageable {

  private final Pageable pages;
  private final Progress progress;
  private volatile boolean stopped;

  CountedPages(Pageable pages, Progress progress) {
    this.pages = pages;
    this.progress = progress;
  }

  /** Whether they were stopped on the way. */
  boolean stopped() {
    return stopped;
  }

  /** They are about to be handed over as one. */
  void begin() throws PrintException {
    if (!progress.step(0, getNumberOfPages(), "printing pages")) {
      stopped = true;
      throw new PrintException("stopped");
    }
  }

  @Override
  public int getNumberOfPages() {
    return pages.getNumberOfPages();
  }

  @Override
  public PageFormat getPageFormat(int page) {
    return pages.getPageFormat(page);
  }

  @Override
  public Printable getPrintable(int page) {
    Printable printable = pages.getPrintable(page);
    return (graphics, format, index) -> {
      if (!progress.step(page, getNumberOfPages(), "printing pages")) {
        stopped = true;
        throw new PrinterAbortException();
      }
      return printable.print(graphics, format, index);
    };
  }
}
