package org.chartseal.views.timeline.draw;

import java.time.ZonedDateTime;
import java.util.List;
import org.chartseal.views.timeline.scale.TickStep;
import org.chartseal.views.timeline.scale.Ticks;
import org.chartseal.views.timeline.scale.TimeScale;

/** Draws the axis above the lanes, and the lines that come down from it. */
final class AxisPainter {

  private static final double LABEL_ROOM = 56;

  private final Brush brush;
  private final Metrics metrics;
  private final DateLabels labels;
  private final Frame frame;
  private final Ticks ticks;
  private final Ticks above;
  private final double left;

  AxisPainter(Brush brush, DateLabels labels, Frame frame) {
    this.brush = brush;
    this.metrics = brush.metrics;
    this.labels = labels;
    this.frame = frame;
    this.ticks = Ticks.of(frame.scale(), brush.look.zone(), metrics.em(LABEL_ROOM));
    this.above = ticks.above(frame.scale(), brush.look.zone());
    this.left = metrics.header();
  }

  private double x(ZonedDateTime tick) {
    return metrics.snap(left + frame.scale().x(Ticks.millis(tick)));
  }

  void lines(double top, double bottom) {
    for (ZonedDateTime tick : ticks.times()) {
      line(Ink.GRID, x(tick), top, bottom);
    }
    if (ticks.step().unit() != TickStep.Unit.YEAR) {
      for (ZonedDateTime tick : above.times()) {
        line(Ink.GRID_STRONG, x(tick), top, bottom);
      }
    }
  }

  private void line(Ink ink, double x, double top, double bottom) {
    if (x >= left) {
      brush.fill(ink, x, top, 1 / metrics.outputScale(), bottom - top);
    }
  }

  void today(double top, double bottom) {
    double x = metrics.snap(left + frame.scale().x(frame.now()));
    if (x < left || x > left + frame.scale().width() + metrics.margin()) {
      return;
    }
    brush.fill(Ink.TODAY, x, top, 1, bottom - top);
    double r = metrics.em(4);
    brush.gc.fillPolygon(
        new double[] {x - r, x + r + 1, x + 0.5}, new double[] {top, top, top + r * 1.4}, 3);
  }

  void labels(double width) {
    double height = metrics.axis();
    brush.fill(Ink.HEADER, 0, 0, width, height);
    TickStep.Unit unit = ticks.step().unit();
    boolean two = unit != TickStep.Unit.YEAR;
    double low = height - metrics.em(12);
    for (ZonedDateTime tick : ticks.times()) {
      double x = x(tick);
      if (x >= left - 1) {
        line(Ink.GRID_STRONG, x, height - metrics.em(5), height);
        fine(labels.fine(unit, tick), x, low, width);
      }
    }
    if (two) {
      coarse(unit, metrics.em(12));
    }
    brush.fill(Ink.HEADER, 0, 0, left, height);
    brush.text(metrics.small(), Ink.MUTED, labels.range(frame.scale().seen()), metrics.em(16), low);
    brush.fill(Ink.GRID_STRONG, 0, height - 1, width, 1);
  }

  private void fine(String text, double x, double middle, double width) {
    double start = x + metrics.em(4);
    if (start + metrics.small().width(text) < width) {
      brush.text(metrics.small(), Ink.MUTED, text, start, middle);
    }
  }

  /** The label of what began before the view stays at its edge as long as there is room. */
  private void coarse(TickStep.Unit unit, double middle) {
    List<ZonedDateTime> times = above.times();
    TimeScale scale = frame.scale();
    for (int at = 0; at < times.size(); at++) {
      String text = labels.coarse(unit, times.get(at));
      double start = Math.max(left, x(times.get(at))) + metrics.em(4);
      double end = at + 1 < times.size() ? x(times.get(at + 1)) : left + scale.width();
      double room = end - metrics.em(8) - start;
      boolean fits = metrics.body().width(text) <= room;
      if (fits && times.get(at).toInstant().toEpochMilli() < scale.seen().to()) {
        brush.text(metrics.body(), Ink.TEXT, text, start, middle);
      }
    }
  }
}
