package org.chartseal.views.timeline.draw;

import javafx.scene.canvas.GraphicsContext;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Trend;
import org.chartseal.views.timeline.scale.TimeScale;

/** Draws the line of one series on its reference range. */
final class TrendPainter {

  private static final double POINTS_APART = 6;

  private final Brush brush;
  private final GraphicsContext gc;
  private final Palette palette;
  private final Metrics metrics;
  private final Glyphs glyphs;
  private final HitMap hits;
  private final Frame frame;
  private final double left;

  TrendPainter(Brush brush, Frame frame, HitMap hits) {
    this.brush = brush;
    this.gc = brush.gc;
    this.palette = brush.palette;
    this.metrics = brush.metrics;
    this.glyphs = brush.glyphs;
    this.hits = hits;
    this.frame = frame;
    this.left = metrics.header();
  }

  void paint(Trend trend, double top) {
    ValueScale values = ValueScale.of(trend, top + metrics.em(8), top + metrics.em(40));
    reference(trend, values);
    TimeScale scale = frame.scale();
    int from = Math.max(0, trend.from(scale.seen().from()) - 1);
    int to = Math.min(trend.size(), trend.from(scale.seen().to()) + 1);
    gc.setStroke(palette.of(Ink.RESULTS));
    if ((to - from) * 2 > scale.width()) {
      dense(trend, values, from, to);
    } else {
      sparse(trend, values, from, to);
    }
  }

  private void reference(Trend trend, ValueScale values) {
    if (Double.isNaN(trend.low()) && Double.isNaN(trend.high())) {
      return;
    }
    double top = metrics.snap(values.y(Double.isNaN(trend.high()) ? values.most() : trend.high()));
    double bottom =
        metrics.snap(values.y(Double.isNaN(trend.low()) ? values.least() : trend.low()));
    gc.setFill(palette.tint(Ink.REFERENCE, 0));
    gc.fillRect(left, top, frame.scale().width() + metrics.margin(), Math.max(1, bottom - top));
  }

  private double x(Trend trend, int position) {
    return left + frame.scale().x((double) trend.time(position));
  }

  /** More results than pixels: what lies between least and most of each pixel. */
  private void dense(Trend trend, ValueScale values, int from, int to) {
    TimeScale scale = frame.scale();
    gc.setFill(palette.of(Ink.RESULTS));
    int at = from;
    for (int pixel = 0; pixel < scale.width() && at < to; pixel++) {
      int next = Math.min(to, trend.from(scale.millis(pixel + 1)));
      if (next > at) {
        double high = values.y(trend.max(at, next));
        double low = values.y(trend.min(at, next));
        gc.fillRect(left + pixel, high, 1, Math.max(metrics.em(1.5), low - high));
      }
      at = next;
    }
  }

  private void sparse(Trend trend, ValueScale values, int from, int to) {
    int count = to - from;
    double[] xs = new double[count];
    double[] ys = new double[count];
    for (int at = 0; at < count; at++) {
      xs[at] = x(trend, from + at);
      ys[at] = values.y(trend.value(from + at));
    }
    boolean dots = count < 2 || (xs[count - 1] - xs[0]) / (count - 1) >= metrics.em(POINTS_APART);
    gc.setLineWidth(metrics.em(dots ? 1.5 : 1));
    gc.strokePolyline(xs, ys, count);
    for (int at = 0; at < count; at++) {
      point(trend, from + at, xs[at], ys[at], dots);
    }
  }

  private void point(Trend trend, int position, double x, double y, boolean dots) {
    double value = trend.value(position);
    double r = metrics.em(2.5);
    if (value > trend.high() || value < trend.low()) {
      double d = metrics.em(dots ? 4 : 2);
      double up = value > trend.high() ? -d : d;
      if (dots) {
        gc.setFill(palette.of(Ink.BACKGROUND));
        arrow(x, y, d + metrics.em(1.5), up * 1.4);
      }
      gc.setFill(palette.of(Ink.OUTSIDE));
      arrow(x, y, d, up);
    } else if (dots) {
      gc.setFill(palette.of(Ink.RESULTS));
      gc.fillOval(x - r, y - r, r * 2, r * 2);
    }
    int row = trend.row(position);
    Hit hit = new Hit.Item(LaneKind.RESULTS, row);
    hits.add(x - r, y - r, r * 2, r * 2, hit);
    boolean selected = row == frame.focus().selected();
    if (selected) {
      glyphs.ring(x - r, y - r, r * 2, r * 2);
    } else if (hit.equals(frame.focus().hovered())) {
      glyphs.hover(x - r, y - r, r * 2, r * 2);
    }
    if (selected || hit.equals(frame.focus().hovered())) {
      String text = brush.numbers.of(value);
      brush.text(metrics.small(), Ink.TEXT, text, x + metrics.em(10), y);
    }
  }

  private void arrow(double x, double y, double half, double up) {
    gc.fillPolygon(
        new double[] {x, x + half, x - half}, new double[] {y + up, y - up * 0.8, y - up * 0.8}, 3);
  }
}
