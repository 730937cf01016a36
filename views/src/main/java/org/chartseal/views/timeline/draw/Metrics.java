package org.chartseal.views.timeline.draw;

import javafx.scene.text.Font;

/**
 * Sizes that grow with the text, and fall on whole pixels of the screen.
 *
 * @param body the font of titles
 * @param small the font of counts and dates
 * @param outputScale the screen's pixels for one of the layout
 */
public record Metrics(TextMeter body, TextMeter small, double outputScale) {

  private static final double BODY_SIZE = 13;
  private static final double SMALL_PART = 11 / BODY_SIZE;

  /** The sizes that go with a font. */
  public static Metrics of(Font font, double outputScale) {
    Font small = new Font(font.getName(), font.getSize() * SMALL_PART);
    return new Metrics(new TextMeter(font), new TextMeter(small), outputScale);
  }

  /** A size that was designed for text of 13 pixels. */
  public double em(double size) {
    return snap(size * body.font().getSize() / BODY_SIZE);
  }

  /** The nearest border between two pixels of the screen. */
  public double snap(double at) {
    return Math.rint(at * outputScale) / outputScale;
  }

  /** The width of the column of headers. */
  public double header() {
    return em(184);
  }

  /** What stays free at the right of the time. */
  public double margin() {
    return em(16);
  }

  /** The height of the axis. */
  public double axis() {
    return em(40);
  }

  /** The height of the overview. */
  public double overview() {
    return em(48);
  }

  /** The height of a folded lane. */
  double folded() {
    return em(24);
  }

  /** The height of a row of marks. */
  double markRow() {
    return em(32);
  }

  /** The height of a row of bars. */
  double barRow() {
    return em(20);
  }

  /** The height of a series. */
  double trendRow() {
    return em(48);
  }

  /** The space above the first and below the last of several rows. */
  double padding() {
    return em(4);
  }

  /** What a mark needs for itself. */
  double room() {
    return em(28);
  }

  /** The shortest bar. */
  double leastBar() {
    return em(12);
  }
}
