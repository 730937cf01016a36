package org.chartseal.views.timeline.draw;

import javafx.geometry.VPos;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.text.TextAlignment;

/** A canvas with the look that it is drawn in; made once and used for every frame. */
final class Brush {

  final GraphicsContext gc;
  final Look look;
  final Palette palette;
  final Metrics metrics;
  final Counts counts;
  final Numbers numbers;
  final Glyphs glyphs;
  final RoundRects rounds;

  Brush(GraphicsContext gc, Look look) {
    this.gc = gc;
    this.look = look;
    palette = look.palette();
    metrics = look.metrics();
    counts = new Counts(look.text().locale());
    numbers = new Numbers(look.text().locale());
    glyphs = new Glyphs(gc, look);
    rounds = new RoundRects(gc, metrics.outputScale());
  }

  /** Text that begins at x. */
  void text(TextMeter meter, Ink ink, String text, double x, double middle) {
    write(meter, ink, TextAlignment.LEFT, text, x, middle);
  }

  /** Text that ends at x. */
  void textBefore(TextMeter meter, Ink ink, String text, double x, double middle) {
    write(meter, ink, TextAlignment.RIGHT, text, x, middle);
  }

  /** Text around x. */
  void textAround(TextMeter meter, Ink ink, String text, double x, double middle) {
    write(meter, ink, TextAlignment.CENTER, text, x, middle);
  }

  private void write(
      TextMeter meter, Ink ink, TextAlignment side, String text, double x, double middle) {
    gc.setFont(meter.font());
    gc.setTextAlign(side);
    gc.setTextBaseline(VPos.CENTER);
    gc.setFill(palette.of(ink));
    gc.fillText(text, x, middle);
  }

  /** A rectangle without an edge. */
  void fill(Ink ink, double x, double y, double width, double height) {
    gc.setFill(palette.of(ink));
    gc.fillRect(x, y, width, height);
  }
}
