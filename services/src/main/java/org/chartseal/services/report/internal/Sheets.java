package org.chartseal.services.report.internal;

import java.awt.Color;
import java.io.IOException;
import java.util.List;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.chartseal.services.report.Report;
import org.jspecify.annotations.Nullable;

/** The sheets of a report, filled from the top down. Places are in points from the top left. */
final class Sheets implements AutoCloseable {

  static final float SMALL = 8;

  private static final float MARGIN = 46;
  private static final float FOOT = 34;
  private static final float HEAD = 26;
  private static final float HAIRLINE = 0.6f;

  private final PDDocument document;
  private final Report.Furniture furniture;
  private final PDRectangle size;
  private final Face regular;
  private final Face bold;
  private @Nullable PDPageContentStream content;
  private float y;
  private float top;

  Sheets(PDDocument document, PDRectangle size, Report.Furniture furniture) {
    this.document = document;
    this.size = size;
    this.furniture = furniture;
    this.regular = Face.regular(document);
    this.bold = Face.bold(document);
  }

  /** The font for words of this weight. */
  Face face(boolean strong) {
    return strong ? bold : regular;
  }

  float left() {
    return MARGIN;
  }

  float width() {
    return size.getWidth() - 2 * MARGIN;
  }

  /** Where the next thing begins. */
  float y() {
    return y;
  }

  void advance(float height) {
    y += height;
  }

  /** How much room is left on this sheet. */
  float room() {
    return size.getHeight() - MARGIN - FOOT - y;
  }

  /** How much room there is on an empty sheet. */
  float whole() {
    return size.getHeight() - MARGIN - FOOT - MARGIN - HEAD;
  }

  /** Whether nothing stands on this sheet yet. */
  boolean isFresh() {
    return y <= top;
  }

  /** Goes to a new sheet unless this one has so much room. */
  void need(float height) throws IOException {
    if (room() < height && !isFresh()) {
      next();
    }
  }

  /** A new sheet; all but the first say at their top what they belong to. */
  void next() throws IOException {
    endSheet();
    PDPage page = new PDPage(size);
    document.addPage(page);
    content = new PDPageContentStream(document, page);
    y = MARGIN;
    if (document.getNumberOfPages() > 1) {
      text(regular, SMALL, Ink.QUIET, MARGIN, first(SMALL, width(), furniture.head()));
      rule(y + SMALL * 1.7f);
      y += HEAD;
    }
    top = y;
  }

  /** Writes one line; its top is where the next thing begins. */
  void text(Face face, float size, Color color, float x, String clean) throws IOException {
    write(stream(), face, size, color, x, y, clean);
  }

  /** A thin line across the sheet. */
  void rule(float at) throws IOException {
    stream().setStrokingColor(Ink.RULE);
    stream().setLineWidth(HAIRLINE);
    stream().moveTo(MARGIN, size.getHeight() - at);
    stream().lineTo(MARGIN + width(), size.getHeight() - at);
    stream().stroke();
  }

  /** A filled box whose top is where the next thing begins. */
  void fill(Color color, float x, float wide, float high) throws IOException {
    stream().setNonStrokingColor(color);
    stream().addRect(x, size.getHeight() - y - high, wide, high);
    stream().fill();
  }

  /** Numbers the pages, now that it is known how many there are. */
  void finish() throws IOException {
    endSheet();
    int pages = document.getNumberOfPages();
    for (int i = 0; i < pages; i++) {
      try (PDPageContentStream foot =
          new PDPageContentStream(document, document.getPage(i), AppendMode.APPEND, true, true)) {
        float at = size.getHeight() - MARGIN - SMALL;
        String number = regular.clean(furniture.pages().of(i + 1, pages));
        float wide = regular.width(number, SMALL);
        write(
            foot,
            regular,
            SMALL,
            Ink.QUIET,
            MARGIN,
            at,
            first(SMALL, width() - wide - 2 * SMALL, furniture.foot()));
        write(foot, regular, SMALL, Ink.QUIET, MARGIN + width() - wide, at, number);
      }
    }
  }

  @Override
  public void close() throws IOException {
    endSheet();
  }

  private String first(float points, float wide, String text) {
    List<String> lines = Lines.of(regular, points, wide, text);
    return lines.size() == 1 ? lines.getFirst() : lines.getFirst() + " …";
  }

  private void write(
      PDPageContentStream stream,
      Face face,
      float points,
      Color color,
      float x,
      float at,
      String clean)
      throws IOException {
    if (clean.isEmpty()) {
      return;
    }
    stream.beginText();
    stream.setNonStrokingColor(color);
    stream.newLineAtOffset(x, size.getHeight() - at - points);
    for (Face.Run run : face.runs(clean)) {
      stream.setFont(run.font(), points);
      stream.showText(run.text());
    }
    stream.endText();
  }

  private PDPageContentStream stream() {
    if (content == null) {
      throw new IllegalStateException("there is no sheet yet");
    }
    return content;
  }

  private void endSheet() throws IOException {
    if (content != null) {
      content.close();
      content = null;
    }
  }
}
