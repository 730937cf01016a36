package org.chartseal.views.timeline.draw;

import java.time.ZonedDateTime;
import javafx.scene.canvas.GraphicsContext;
import org.chartseal.views.timeline.model.TimelineIndex;
import org.chartseal.views.timeline.scale.TickStep;
import org.chartseal.views.timeline.scale.Ticks;
import org.chartseal.views.timeline.scale.TimeScale;

/** Draws all of the time with how much happened when, and the window that is seen of it. */
public final class OverviewPainter {

  private static final double BIN = 4;
  private static final double YEARS_APART = 72;

  private final Brush brush;
  private final DateLabels labels;

  /** Draws on a canvas, in one look. */
  public OverviewPainter(GraphicsContext gc, Look look) {
    brush = new Brush(gc, look);
    labels = new DateLabels(look.text().locale(), look.zone());
  }

  /** Draws a frame of this size. */
  public void paint(Frame frame, double width, double height) {
    Metrics metrics = brush.metrics;
    TimeScale whole = TimeScale.whole(frame.scale().bounds(), frame.scale().width());
    brush.fill(Ink.HEADER, 0, 0, width, height);
    double foot = height - metrics.em(16);
    density(frame.index(), whole, foot);
    years(whole, height - metrics.em(8));
    window(frame.scale(), whole, foot + metrics.em(2));
    words(frame.index(), height);
    brush.fill(Ink.GRID_STRONG, 0, height - 1, width, 1);
  }

  private void density(TimelineIndex index, TimeScale whole, double foot) {
    double bin = brush.metrics.em(BIN);
    int bins = (int) Math.ceil(whole.width() / bin);
    int most = 1;
    for (int at = 0; at < bins; at++) {
      most = Math.max(most, index.count(whole.millis(at * bin), whole.millis((at + 1) * bin)));
    }
    double left = brush.metrics.header();
    double tall = foot - brush.metrics.em(6);
    for (int at = 0; at < bins; at++) {
      double from = whole.millis(at * bin);
      double to = whole.millis((at + 1) * bin);
      int count = index.count(from, to);
      if (count > 0) {
        double all = high(count, most, tall);
        brush.fill(
            index.searched() ? Ink.GRID_STRONG : Ink.DENSITY,
            left + at * bin,
            foot - all,
            bin - 1,
            all);
        int found = index.found(from, to);
        if (found > 0) {
          double part = high(found, most, tall);
          brush.fill(Ink.ACCENT, left + at * bin, foot - part, bin - 1, part);
        }
      }
    }
  }

  /** By the square root, so that quiet years do not vanish beside a busy one. */
  private static double high(int count, int most, double tall) {
    return Math.max(1, Math.rint(Math.sqrt((double) count / most) * tall));
  }

  private void years(TimeScale whole, double middle) {
    Ticks ticks = Ticks.of(whole, brush.look.zone(), brush.metrics.em(YEARS_APART));
    double left = brush.metrics.header();
    for (ZonedDateTime tick : ticks.times()) {
      double x = whole.x(Ticks.millis(tick));
      String text =
          ticks.step().unit() == TickStep.Unit.YEAR
              ? labels.fine(TickStep.Unit.YEAR, tick)
              : labels.coarse(TickStep.Unit.DAY, tick);
      if (x >= 0 && x + brush.metrics.small().width(text) < whole.width()) {
        brush.text(brush.metrics.small(), Ink.MUTED, text, left + x, middle);
      }
    }
  }

  private void window(TimeScale scale, TimeScale whole, double height) {
    double left = brush.metrics.header();
    double from = brush.metrics.snap(left + whole.x(scale.seen().from()));
    double to = brush.metrics.snap(left + whole.x(scale.seen().to()));
    if (!scale.isWhole()) {
      brush.gc.setGlobalAlpha(0.72);
      brush.fill(Ink.HEADER, left, 0, from - left, height);
      brush.fill(Ink.HEADER, to, 0, left + whole.width() - to, height);
      brush.gc.setGlobalAlpha(1);
    }
    double line = brush.metrics.em(scale.isWhole() ? 1 : 1.5);
    double arc = brush.metrics.em(6);
    brush.gc.setStroke(brush.palette.of(scale.isWhole() ? Ink.GRID_STRONG : Ink.ACCENT));
    brush.gc.setLineWidth(line);
    double top = brush.metrics.em(3);
    double width = Math.max(to - from, brush.metrics.em(6));
    double tall = height - top;
    brush.gc.strokeRoundRect(from, top, width, tall, arc, arc);
    if (scale.isWhole()) {
      return;
    }
    double grip = brush.metrics.em(12);
    double thick = brush.metrics.em(3);
    brush.fill(Ink.ACCENT, from - thick / 2, (height + top - grip) / 2, thick, grip);
    brush.fill(Ink.ACCENT, from + width - thick / 2, (height + top - grip) / 2, thick, grip);
  }

  private void words(TimelineIndex index, double height) {
    TimelineText text = brush.look.text();
    Metrics metrics = brush.metrics;
    double room = metrics.header() - metrics.em(28);
    if (index.searched()) {
      int found = index.found(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
      String words = metrics.body().fit(text.found(found), room);
      brush.text(metrics.body(), Ink.TEXT, words, metrics.em(16), height / 2);
    } else {
      String words = metrics.body().fit(text.entries(index.size()), room);
      brush.text(metrics.body(), Ink.TEXT, words, metrics.em(16), height / 2);
    }
  }
}
