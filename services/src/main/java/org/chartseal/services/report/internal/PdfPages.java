package org.chartseal.services.report.internal;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.rendering.ImageType;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.chartseal.services.report.ReportPages;

/** Draws the pages of a PDF. */
final class PdfPages implements ReportPages {

  private final PDDocument document;
  private final PDFRenderer renderer;

  private PdfPages(PDDocument document) {
    this.document = document;
    this.renderer = new PDFRenderer(document);
  }

  static PdfPages of(byte[] pdf) {
    try {
      return new PdfPages(Loader.loadPDF(pdf));
    } catch (IOException e) {
      throw new UncheckedIOException("these pages were made here", e);
    }
  }

  @Override
  public int count() {
    return document.getNumberOfPages();
  }

  @Override
  public PageImage draw(int index, int dotsPerInch) {
    try {
      BufferedImage drawn = renderer.renderImageWithDPI(index, dotsPerInch, ImageType.RGB);
      int width = drawn.getWidth();
      int height = drawn.getHeight();
      return new PageImage(width, height, drawn.getRGB(0, 0, width, height, null, 0, width));
    } catch (IOException e) {
      throw new UncheckedIOException("these pages were made here", e);
    }
  }

  @Override
  public void close() {
    try {
      document.close();
    } catch (IOException e) {
      throw new UncheckedIOException("these pages are in memory", e);
    }
  }
}
