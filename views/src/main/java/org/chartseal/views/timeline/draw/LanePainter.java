package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneIndex;
import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Marks;
import org.chartseal.views.timeline.model.Strip;
import org.chartseal.views.timeline.model.Trend;

/** Draws what a lane holds, open or folded. */
final class LanePainter {

  private final Metrics metrics;
  private final StripPainter strips;
  private final TrendPainter trends;
  private final double height;

  /**
   * @param height of the part of the canvas that shows lanes; rows outside are left out
   */
  LanePainter(Brush brush, Frame frame, HitMap hits, Marks marks, double height) {
    this.metrics = brush.metrics;
    this.strips = new StripPainter(brush, frame, hits, marks);
    this.trends = new TrendPainter(brush, frame, hits);
    this.height = height;
  }

  /** Draws at a height of the canvas. */
  void paint(LanePlace place, double top) {
    LaneIndex lane = place.lane();
    if (!place.open()) {
      folded(lane, top);
      return;
    }
    switch (lane.kind().form()) {
      case MARKS -> marks(lane, top);
      case SPANS -> spans(lane, top + metrics.padding());
      case TRENDS -> {
        marks(lane, top);
        trends(lane, top + metrics.markRow());
      }
    }
  }

  private void folded(LaneIndex lane, double top) {
    row(lane.kind(), lane.all(), top, metrics.folded(), false, metrics.em(6));
  }

  private void marks(LaneIndex lane, double top) {
    row(lane.kind(), lane.all(), top, metrics.markRow(), true, metrics.em(18));
  }

  private void spans(LaneIndex lane, double top) {
    double at = top;
    for (Strip strip : lane.rows()) {
      row(lane.kind(), strip, at, metrics.barRow(), true, metrics.em(18));
      at += metrics.barRow();
    }
  }

  private void row(
      LaneKind kind, Strip strip, double top, double tall, boolean labelled, double most) {
    if (top + tall > 0 && top < height) {
      double middle = metrics.snap(top + tall / 2);
      strips.paint(new StripPainter.Row(kind, strip, middle, labelled, most));
    }
  }

  private void trends(LaneIndex lane, double top) {
    double at = top;
    for (Trend trend : lane.trends()) {
      if (at + metrics.trendRow() > 0 && at < height) {
        trends.paint(trend, at);
      }
      at += metrics.trendRow();
    }
  }
}
