package org.chartseal.services.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import javax.print.DocFlavor;
import javax.print.PrintService;
import javax.print.StreamPrintServiceFactory;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.chartseal.services.report.internal.LpCommand;
import org.chartseal.services.report.internal.PdfPrinter;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.services.report.internal.PrintServices;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Prints to the PostScript that a printer would get. */
class PdfPrinterTest {

  private static final byte[] PDF = pdf();

  private final ByteArrayOutputStream paper = new ByteArrayOutputStream();

  @Test
  void every_page_comes_out_as_often_as_it_was_asked_for() throws Exception {
    ReportPrinter printing = printing(postScript(paper));
    List<Long> pages = new ArrayList<>();
    printing.print(
        printing.printers().getFirst(),
        PDF,
        2,
        (done, total, what) -> {
          assertThat(total).isEqualTo(pages());
          pages.add(done);
          return true;
        });
    String postScript = paper.toString(StandardCharsets.ISO_8859_1);
    assertThat(postScript).startsWith("%!PS-Adobe").contains("/NumCopies 2 ");
    assertThat(postScript.lines().filter(line -> line.startsWith("%%Page:"))).hasSize(pages());
    assertThat(pages).contains(0L, pages() - 1L).isSorted();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void the_systems_command_gets_the_very_pdf_and_a_name_that_says_nothing_of_it(
      @TempDir Path folder) throws Exception {
    Path lp = folder.resolve("lp");
    Files.writeString(lp, "#!/bin/sh\nprintf '%s\\n' \"$@\" > \"$0.said\"\ncat > \"$0.pdf\"\n");
    assertThat(lp.toFile().setExecutable(true)).isTrue();
    ReportPrinter printing = new PdfPrinter(new Queue(postScript(paper), lp));
    ReportPrinter.Printer printer = printing.printers().getFirst();
    printing.print(printer, PDF, 2, Progress.NONE);
    assertThat(folder.resolve("lp.pdf")).hasBinaryContent(PDF);
    assertThat(Files.readAllLines(folder.resolve("lp.said")))
        .containsExactly("-s", "-d", printer.name(), "-n", "2", "-t", "Chartseal");
    assertThat(paper.size()).isZero();
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void a_command_that_fails_or_is_missing_took_nothing(@TempDir Path folder) throws Exception {
    Path lp = folder.resolve("lp");
    ReportPrinter printing = new PdfPrinter(new Queue(postScript(paper), lp));
    ReportPrinter.Printer printer = printing.printers().getFirst();
    assertNotTaken(printing, printer);
    Files.writeString(lp, "#!/bin/sh\necho no such queue >&2\nexit 1\n");
    assertThat(lp.toFile().setExecutable(true)).isTrue();
    assertNotTaken(printing, printer);
  }

  private static void assertNotTaken(ReportPrinter printing, ReportPrinter.Printer printer) {
    assertThatThrownBy(() -> printing.print(printer, PDF, 1, Progress.NONE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-PRINT-02"));
  }

  @Test
  void printing_that_is_stopped_gives_out_no_further_page() {
    ReportPrinter printing = printing(postScript(paper));
    ReportPrinter.Printer printer = printing.printers().getFirst();
    assertThatThrownBy(() -> printing.print(printer, PDF, 1, (done, total, what) -> done < 1))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-PRINT-03"));
    assertThat(
            paper
                .toString(StandardCharsets.ISO_8859_1)
                .lines()
                .filter(line -> line.startsWith("%%Page:")))
        .hasSizeLessThanOrEqualTo(2);
  }

  @Test
  void a_printer_that_takes_nothing_is_a_refusal_with_what_to_do() {
    ReportPrinter printing = printing(postScript(new Jammed()));
    assertNotTaken(printing, printing.printers().getFirst());
  }

  @Test
  void a_printer_that_went_away_is_said_to_be_gone() {
    ReportPrinter.Printer gone = new ReportPrinter.Printer("Ward 3", true);
    ReportPrinter printing = new PdfPrinter(new Present(List.of()));
    assertThat(printing.printers()).isEmpty();
    assertThatThrownBy(() -> printing.print(gone, PDF, 1, Progress.NONE))
        .isInstanceOfSatisfying(
            RefusedException.class,
            refused -> assertThat(refused.fault().code()).isEqualTo("CS-PRINT-01"));
  }

  private static ReportPrinter printing(PrintService service) {
    return new PdfPrinter(new Present(List.of(service)));
  }

  private static PrintService postScript(OutputStream to) {
    return StreamPrintServiceFactory.lookupStreamPrintServiceFactories(
        DocFlavor.SERVICE_FORMATTED.PAGEABLE, "application/postscript")[0]
        .getPrintService(to);
  }

  private static int pages() {
    try (PDDocument document = Loader.loadPDF(PDF)) {
      return document.getNumberOfPages();
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }

  private static byte[] pdf() {
    List<ReportBlock> blocks =
        IntStream.range(0, 120)
            .<ReportBlock>mapToObj(
                n -> new ReportBlock.Paragraph("Note " + n, ReportBlock.Tone.PLAIN))
            .toList();
    Report report =
        new Report(
            "Record of Hong Seo-yeon",
            "",
            Locale.ENGLISH,
            Report.Orientation.PORTRAIT,
            new Report.Furniture("", "", (page, pages) -> page + "/" + pages),
            blocks);
    try {
      return new PdfReportWriter(InstantSource.fixed(Instant.EPOCH)).pdf(report, Progress.NONE);
    } catch (RefusedException e) {
      throw new AssertionError(e);
    }
  }

  private record Present(List<PrintService> all) implements PrintServices {
    @Override
    public Optional<PrintService> usual() {
      return all.stream().findFirst();
    }
  }

  /** A printer that a command hands pages to. */
  private record Queue(PrintService printer, Path lp) implements PrintServices {
    @Override
    public List<PrintService> all() {
      return List.of(printer);
    }

    @Override
    public Optional<PrintService> usual() {
      return Optional.of(printer);
    }

    @Override
    public Optional<LpCommand> command() {
      return Optional.of(new LpCommand(List.of(lp.toString())));
    }
  }

  /** Takes nothing. */
  private static final class Jammed extends OutputStream {
    @Override
    public void write(int b) throws IOException {
      throw new IOException("jammed");
    }
  }
}
