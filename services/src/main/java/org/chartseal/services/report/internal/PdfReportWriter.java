package org.chartseal.services.report.internal;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.Set;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.chartseal.services.report.Report;
import org.chartseal.services.report.ReportBlock;
import org.chartseal.services.report.ReportWriter;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/** Sets reports with PDFBox, in memory. */
public final class PdfReportWriter implements ReportWriter {

  private static final Fault STOPPED =
      new Fault("CS-REPORT-01", "Making the pages was stopped. Nothing was written.");

  /** Where paper is cut by inches. */
  private static final Set<String> LETTER = Set.of("US", "CA", "MX", "PH");

  private final InstantSource clock;

  public PdfReportWriter(InstantSource clock) {
    this.clock = clock;
  }

  @Override
  public byte[] pdf(Report report, Progress progress) throws RefusedException {
    try (PDDocument document = new PDDocument()) {
      describe(document, report);
      try (Sheets sheets = new Sheets(document, paper(report), report.furniture())) {
        sheets.next();
        BlockSetter setter = new BlockSetter(sheets);
        setter.title(report.title(), report.subtitle());
        long done = 0;
        for (ReportBlock block : report.blocks()) {
          done = set(setter, sheets, block, done, progress);
        }
        sheets.finish();
      }
      ByteArrayOutputStream bytes = new ByteArrayOutputStream();
      document.save(bytes);
      return bytes.toByteArray();
    } catch (IOException e) {
      throw new UncheckedIOException("pages are made in memory", e);
    }
  }

  private static long set(
      BlockSetter setter, Sheets sheets, ReportBlock block, long before, Progress progress)
      throws IOException, RefusedException {
    long done = before;
    if (block instanceof ReportBlock.Table table) {
      TableSetter rows = new TableSetter(sheets, table);
      rows.begin();
      for (ReportBlock.Row row : table.rows()) {
        goOn(progress, done++);
        rows.row(row);
      }
      sheets.advance(BlockSetter.GAP);
    } else {
      goOn(progress, done++);
      setter.set(block);
    }
    return done;
  }

  private static void goOn(Progress progress, long done) throws RefusedException {
    if (!progress.step(done, 0, "setting the pages")) {
      throw new RefusedException(STOPPED);
    }
  }

  private static PDRectangle paper(Report report) {
    PDRectangle upright =
        LETTER.contains(report.locale().getCountry()) ? PDRectangle.LETTER : PDRectangle.A4;
    return switch (report.orientation()) {
      case PORTRAIT -> upright;
      case LANDSCAPE ->
          new PDRectangle(/* width= */ upright.getHeight(), /* height= */ upright.getWidth());
    };
  }

  private void describe(PDDocument document, Report report) {
    PDDocumentInformation information = document.getDocumentInformation();
    information.setTitle(report.title());
    information.setProducer("Chartseal");
    Calendar now = GregorianCalendar.from(clock.instant().atZone(ZoneOffset.UTC));
    information.setCreationDate(now);
    document.getDocumentCatalog().setLanguage(report.locale().toLanguageTag());
  }
}
