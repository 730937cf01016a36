package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneIndex;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Trend;

/** Draws the column of the lanes' names. */
final class HeaderPainter {

  private final Brush brush;
  private final Metrics metrics;
  private final Focus focus;
  private final double right;

  HeaderPainter(Brush brush, Focus focus) {
    this.brush = brush;
    this.metrics = brush.metrics;
    this.focus = focus;
    this.right = metrics.header() - metrics.em(12);
  }

  void paint(LanePlace place, double top) {
    LaneIndex lane = place.lane();
    brush.fill(Ink.HEADER, 0, top, metrics.header(), place.height());
    double middle = metrics.snap(top + firstRow(place) / 2);
    boolean here = focus.keys() && focus.lane() == lane.kind();
    if (here) {
      brush.fill(Ink.ACCENT, 0, top + 1, metrics.em(3), place.height() - 1);
    }
    chevron(place.open(), middle);
    String count = brush.counts.whole(lane.all().size());
    brush.textBefore(metrics.small(), Ink.MUTED, count, right, middle);
    String name = brush.look.text().lane(lane.kind());
    double room = right - metrics.em(32) - metrics.small().width(count) - metrics.em(8);
    brush.text(
        metrics.body(),
        place.open() ? Ink.TEXT : Ink.MUTED,
        metrics.body().fit(name, room),
        metrics.em(32),
        middle);
    if (place.open()) {
      double at = top + metrics.markRow();
      for (Trend trend : lane.trends()) {
        trend(trend, at);
        at += metrics.trendRow();
      }
      if (lane.hiddenTrends() > 0) {
        String more = brush.look.text().moreSeries(lane.hiddenTrends());
        brush.text(metrics.small(), Ink.MUTED, more, metrics.em(32), at + metrics.barRow() / 2);
      }
    }
  }

  private double firstRow(LanePlace place) {
    if (!place.open()) {
      return metrics.folded();
    }
    boolean bars = place.lane().kind().form() == LaneKind.Form.SPANS;
    return bars ? metrics.barRow() + 2 * metrics.padding() : metrics.markRow();
  }

  private void chevron(boolean open, double middle) {
    double x = metrics.em(20);
    double a = metrics.em(3.5);
    brush.gc.setStroke(brush.palette.of(Ink.MUTED));
    brush.gc.setLineWidth(metrics.em(1.5));
    double[] xs =
        open ? new double[] {x - a, x, x + a} : new double[] {x - a / 2, x + a / 2, x - a / 2};
    double[] ys =
        open
            ? new double[] {middle - a / 2, middle + a / 2, middle - a / 2}
            : new double[] {middle - a, middle, middle + a};
    brush.gc.strokePolyline(xs, ys, 3);
  }

  private void trend(Trend trend, double top) {
    double room = right - metrics.em(32);
    String name = metrics.small().fit(trend.name(), room);
    brush.text(metrics.small(), Ink.TEXT, name, metrics.em(32), top + metrics.em(17));
    double newest = trend.value(trend.size() - 1);
    String value = brush.numbers.of(newest);
    boolean outside = newest > trend.high() || newest < trend.low();
    Ink ink = outside ? Ink.OUTSIDE : Ink.MUTED;
    double middle = top + metrics.em(33);
    brush.text(metrics.small(), ink, value, metrics.em(32), middle);
    double after = metrics.em(36) + metrics.small().width(value);
    brush.text(
        metrics.small(),
        Ink.MUTED,
        metrics.small().fit(trend.unit(), right - after),
        after,
        middle);
  }
}
