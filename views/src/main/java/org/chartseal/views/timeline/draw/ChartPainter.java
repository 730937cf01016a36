package org.chartseal.views.timeline.draw;

import javafx.scene.canvas.GraphicsContext;
import org.chartseal.views.timeline.model.Marks;

/** Draws a whole frame: the axis, and the lanes below it. */
public final class ChartPainter {

  private final Brush brush;
  private final DateLabels labels;
  private final HitMap hits = new HitMap();
  private final Marks marks = new Marks();

  /** Draws on a canvas, in one look. */
  public ChartPainter(GraphicsContext gc, Look look) {
    brush = new Brush(gc, look);
    labels = new DateLabels(look.text().locale(), look.zone());
  }

  /** What the last frame drew where. */
  public HitMap hits() {
    return hits;
  }

  /** Draws a frame of this size. */
  public void paint(Frame frame, double width, double height) {
    hits.clear();
    Metrics metrics = brush.metrics;
    double top = metrics.axis();
    brush.fill(Ink.BACKGROUND, 0, 0, width, height);
    AxisPainter axis = new AxisPainter(brush, labels, frame);
    axis.lines(top, height);
    if (frame.index().size() == 0) {
      nothing(width, height);
    }
    lanes(frame, axis, width, height);
    axis.labels(width);
    brush.fill(Ink.GRID_STRONG, metrics.header() - 1, 0, 1 / metrics.outputScale(), height);
    if (frame.focus().keys()) {
      focusRing(width, height);
    }
  }

  private void nothing(double width, double height) {
    String text = brush.look.text().nothing();
    double x = (brush.metrics.header() + width) / 2;
    brush.textAround(brush.metrics.body(), Ink.MUTED, text, x, height / 2);
  }

  private void lanes(Frame frame, AxisPainter axis, double width, double height) {
    double top = brush.metrics.axis() - frame.scrolled();
    LanePainter lanes = new LanePainter(brush, frame, hits, marks, height);
    for (LanePlace place : frame.places().lanes()) {
      if (seen(place, top, height)) {
        lanes.paint(place, top + place.top());
      }
    }
    axis.today(brush.metrics.axis(), height);
    brush.fill(Ink.HEADER, 0, 0, brush.metrics.header(), height);
    HeaderPainter headers = new HeaderPainter(brush, frame.focus());
    for (LanePlace place : frame.places().lanes()) {
      if (seen(place, top, height)) {
        headers.paint(place, top + place.top());
        double line = brush.metrics.snap(top + place.top() + place.height());
        brush.fill(Ink.GRID, 0, line - 1, width, 1 / brush.metrics.outputScale());
      }
    }
  }

  private static boolean seen(LanePlace place, double top, double height) {
    return top + place.top() < height && top + place.top() + place.height() > 0;
  }

  private void focusRing(double width, double height) {
    double line = brush.metrics.em(2);
    brush.gc.setStroke(brush.palette.of(Ink.ACCENT));
    brush.gc.setLineWidth(line);
    brush.gc.strokeRect(line / 2, line / 2, width - line, height - line);
  }
}
