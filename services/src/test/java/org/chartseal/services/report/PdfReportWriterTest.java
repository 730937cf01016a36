package org.chartseal.services.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.cos.COSName;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.text.PDFTextStripper;
import org.chartseal.services.report.ReportBlock.Cell;
import org.chartseal.services.report.ReportBlock.Row;
import org.chartseal.services.report.ReportBlock.Table;
import org.chartseal.services.report.ReportBlock.Tone;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.junit.jupiter.api.Test;

class PdfReportWriterTest {

  private static final InstantSource CLOCK = InstantSource.fixed(Instant.EPOCH);

  private final ReportWriter writer = new PdfReportWriter(CLOCK);

  @Test
  void korean_words_are_in_the_pages_and_can_be_read_back() throws Exception {
    String words = "홍서연 님의 진료 기록 · 당뇨병 µmol/L ≤ 5.4 – “정상”";
    assertThat(text(writer.pdf(report(paragraph(words)), Progress.NONE), 1)).contains(words);
  }

  @Test
  void a_name_is_written_in_its_own_letters() throws Exception {
    String names =
        "Adán Joaquín Delrío · Dvořák · Nguyễn Văn Ả · Иванова · Παπαδόπουλος · 홍서연 님 (Seo-yeon)";
    assertThat(text(writer.pdf(report(paragraph(names)), Progress.NONE), 1)).contains(names);
  }

  @Test
  void decomposed_hangul_is_written_as_syllables() throws Exception {
    assertThat(text(writer.pdf(report(paragraph("\u1112\u1169\u11bc")), Progress.NONE), 1))
        .contains("홍");
  }

  @Test
  void a_character_without_a_glyph_is_named_and_not_a_box() throws Exception {
    assertThat(
            text(writer.pdf(report(paragraph("a\uD83D\uDE00b\u202Ec\u0007d")), Progress.NONE), 1))
        .contains("a[U+1F600]bcd");
  }

  @Test
  void the_fonts_are_embedded_and_nothing_in_the_file_can_act() throws Exception {
    byte[] pdf = writer.pdf(report(paragraph("x")), Progress.NONE);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getDocumentCatalog().getOpenAction()).isNull();
      assertThat(document.getDocumentCatalog().getAcroForm()).isNull();
      for (PDPage page : document.getPages()) {
        assertThat(page.getAnnotations()).isEmpty();
        for (COSName name : page.getResources().getFontNames()) {
          assertThat(page.getResources().getFont(name).isEmbedded()).isTrue();
        }
      }
      assertThat(document.getDocumentCatalog().getLanguage()).isEqualTo("ko-KR");
    }
  }

  @Test
  void ten_thousand_rows_have_their_titles_and_number_on_every_page() throws Exception {
    AtomicInteger steps = new AtomicInteger();
    Iterable<Row> rows =
        () ->
            IntStream.range(0, 10_000)
                .mapToObj(
                    i -> new Row(List.of(Cell.of("row " + i), Cell.of("Contact with Dr " + i))))
                .iterator();
    byte[] pdf =
        writer.pdf(
            report(new Table(List.of(1, 4), List.of("Number", "Title"), rows)),
            (done, total, what) -> steps.incrementAndGet() > 0);

    assertThat(steps.get()).isGreaterThanOrEqualTo(10_000);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      int pages = document.getNumberOfPages();
      assertThat(pages).isBetween(200, 400);
      for (int page : List.of(1, 2, pages / 2, pages)) {
        assertThat(text(document, page))
            .contains("Number", "Title", "Page " + page + " of " + pages);
      }
      assertThat(text(document, pages)).contains("row 9999").contains("Running head");
      assertThat(text(document, 1)).contains("row 0").doesNotContain("Running head");
    }
  }

  @Test
  void a_row_taller_than_a_sheet_goes_on_on_the_next_and_loses_nothing() throws Exception {
    List<String> lines = IntStream.range(0, 300).mapToObj(i -> "line-" + i + ".").toList();
    Row row = new Row(List.of(Cell.of(String.join("\n", lines)), Cell.of("beside")));
    byte[] pdf =
        writer.pdf(
            report(new Table(List.of(1, 1), List.of("A", "B"), List.of(row))), Progress.NONE);
    try (PDDocument document = Loader.loadPDF(pdf)) {
      assertThat(document.getNumberOfPages()).isGreaterThan(3);
      assertThat(new PDFTextStripper().getText(document)).contains(lines);
    }
  }

  @Test
  void a_word_wider_than_its_column_is_broken_and_not_cut() throws Exception {
    String word = "0123456789abcdef".repeat(16);
    byte[] pdf =
        writer.pdf(
            report(
                new Table(
                    List.of(1, 9),
                    List.of(),
                    List.of(new Row(List.of(Cell.of(word), Cell.of("")))))),
            Progress.NONE);
    assertThat(text(pdf, 1).replaceAll("\\s", "")).contains(word);
  }

  @Test
  void what_is_stopped_gives_no_pages() {
    List<Row> rows = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      rows.add(new Row(List.of(Cell.of("row"))));
    }
    assertThatThrownBy(() ->
            writer.pdf(
                report(new Table(List.of(1), List.of("A"), rows)),
                (done, total, what) -> done < 20))
        .isInstanceOf(RefusedException.class)
        .satisfies(refused ->
            assertThat(((RefusedException) refused).fault().code()).isEqualTo("CS-REPORT-01"));
  }

  private static ReportBlock paragraph(String words) {
    return new ReportBlock.Paragraph(words, Tone.PLAIN);
  }

  private static Report report(ReportBlock... blocks) {
    return new Report(
        "Record",
        "of somebody",
        Locale.KOREA,
        Report.Orientation.PORTRAIT,
        new Report.Furniture(
            "Running head", "Printed today", (page, pages) -> "Page " + page + " of " + pages),
        List.of(blocks));
  }

  private static String text(byte[] pdf, int page) throws IOException {
    try (PDDocument document = Loader.loadPDF(pdf)) {
      return text(document, page);
    }
  }

  private static String text(PDDocument document, int page) throws IOException {
    PDFTextStripper stripper = new PDFTextStripper();
    stripper.setStartPage(page);
    stripper.setEndPage(page);
    return stripper.getText(document);
  }
}
