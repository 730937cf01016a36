package org.chartseal.services.report;

/** Pages as pictures. For one thread at a time. */
public interface ReportPages extends AutoCloseable {

  /** How many there are. */
  int count();

  /**
   * Draws a page.
   *
   * @param index from 0
   * @param dotsPerInch how finely
   */
  PageImage draw(int index, int dotsPerInch);

  @Override
  void close();

  /**
   * A drawn page.
   *
   * @param pixels row by row from the top, each opaque ARGB
   */
  @SuppressWarnings("ArrayRecordComponent") // never compared
  record PageImage(int width, int height, int[] pixels) {}
}
