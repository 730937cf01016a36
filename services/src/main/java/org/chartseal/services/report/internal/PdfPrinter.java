package org.chartseal.services.report.internal;

import java.awt.print.Pageable;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import javax.print.DocFlavor;
import javax.print.PrintException;
import javax.print.PrintService;
import javax.print.SimpleDoc;
import javax.print.attribute.HashPrintRequestAttributeSet;
import javax.print.attribute.PrintRequestAttributeSet;
import javax.print.attribute.standard.Copies;
import javax.print.attribute.standard.JobName;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.printing.PDFPageable;
import org.chartseal.services.report.ReportPrinter;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Prints with PDFBox over the printers of javax.print. */
public final class PdfPrinter implements ReportPrinter {

  /** It stands in the printer's queue for others to read: it says nothing of what is printed. */
  private static final String JOB = "Chartseal";

  private static final Logger LOG = LoggerFactory.getLogger(PdfPrinter.class);

  private static final Fault GONE =
      new Fault(
          "CS-PRINT-01",
          "This printer is not there any more. Nothing was printed. Choose another one, or save the pages as PDF.");
  private static final Fault NOT_TAKEN =
      new Fault(
          "CS-PRINT-02",
          "The printer did not take the pages. Look at the printer, then print again, or save the pages as PDF.");

  private final PrintServices services;

  public PdfPrinter(PrintServices services) {
    this.services = services;
  }

  @Override
  public List<Printer> printers() {
    Optional<String> usual = services.usual().map(PrintService::getName);
    return services.all().stream()
        .map(service ->
            new Printer(service.getName(), usual.filter(service.getName()::equals).isPresent()))
        .sorted(
            Comparator.comparing((Printer printer) -> !printer.usual())
                .thenComparing(Printer::name))
        .toList();
  }

  @Override
  public void print(Printer printer, byte[] pdf, int copies, Progress progress)
      throws RefusedException {
    PrintService service =
        services.all().stream()
            .filter(one -> one.getName().equals(printer.name()))
            .findFirst()
            .orElseThrow(() -> new RefusedException(GONE));
    try (PDDocument document = Loader.loadPDF(pdf)) {
      CountedPages pages = new CountedPages(new PDFPageable(document), progress);
      try {
        Optional<LpCommand> command = services.command();
        if (command.isPresent()) {
          pages.begin();
          command.get().print(printer.name(), JOB, pdf, copies);
        } else {
          print(service, pages, copies);
        }
      } catch (PrintException e) {
        if (pages.stopped()) {
          throw new RefusedException(STOPPED);
        }
        LOG.warn("a printer did not take pages: {}", e.getMessage());
        throw new RefusedException(NOT_TAKEN);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("pages are read from memory", e);
    }
  }

  private static void print(PrintService service, Pageable pages, int copies)
      throws PrintException {
    PrintRequestAttributeSet wanted = new HashPrintRequestAttributeSet();
    wanted.add(new Copies(copies));
    wanted.add(new JobName(JOB, null));
    service
        .createPrintJob()
        .print(new SimpleDoc(pages, DocFlavor.SERVICE_FORMATTED.PAGEABLE, null), wanted);
  }
}
