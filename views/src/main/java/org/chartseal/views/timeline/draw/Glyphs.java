package org.chartseal.views.timeline.draw;

import javafx.scene.canvas.GraphicsContext;
import javafx.scene.paint.Color;
import org.chartseal.views.timeline.model.Grade;
import org.chartseal.views.timeline.model.LaneKind;

/** The shapes of single marks: one for each kind, so that colour is never the only difference. */
final class Glyphs {

  private final GraphicsContext gc;
  private final Palette palette;
  private final Metrics metrics;

  Glyphs(GraphicsContext gc, Look look) {
    this.gc = gc;
    this.palette = look.palette();
    this.metrics = look.metrics();
  }

  /** A mark of one item: hollow while unknown, struck through when taken back. */
  void mark(LaneKind kind, Grade grade, double x, double y, double radius, boolean faint) {
    Color own = faint ? palette.tint(Ink.of(kind), 2) : palette.of(Ink.of(kind));
    Color colour = grade == Grade.RETRACTED ? palette.of(Ink.MUTED) : own;
    boolean hollow = grade != Grade.PROVEN && grade != Grade.DOUBTFUL;
    gc.setFill(hollow ? palette.of(Ink.BACKGROUND) : colour);
    gc.setStroke(colour);
    gc.setLineWidth(metrics.em(1.5));
    shape(kind, x, y, hollow ? radius - metrics.em(0.5) : radius, hollow);
    if (grade == Grade.RETRACTED) {
      strike(x - radius * 1.4, y, x + radius * 1.4, y);
    }
    badge(grade, x + radius, y - radius);
  }

  private void shape(LaneKind kind, double x, double y, double r, boolean hollow) {
    switch (kind) {
      case ENCOUNTERS -> box(x, y, r * 0.8, r, metrics.em(2), hollow);
      case CONDITIONS, RESULTS -> box(x, y, r, r, r * 2, hollow);
      case ALLERGIES -> polygon(hollow, x, y - r, x + r, y + r * 0.8, x - r, y + r * 0.8);
      case MEDICINES -> box(x, y, r * 1.2, r * 0.65, r * 1.3, hollow);
      case IMAGING -> {
        box(x, y, r * 0.95, r * 0.95, 0, hollow);
        gc.setFill(palette.of(Ink.BACKGROUND));
        gc.fillRect(x - r * 0.35, y - r * 0.35, r * 0.7, r * 0.7);
      }
      case PROCEDURES -> {
        double d = r * 1.15;
        polygon(hollow, x, y - d, x + d, y, x, y + d, x - d, y);
      }
      case IMMUNISATIONS -> {
        double a = r * 0.38;
        polygon(
            hollow, x - a, y - r, x + a, y - r, x + a, y - a, x + r, y - a, x + r, y + a, x + a,
            y + a, x + a, y + r, x - a, y + r, x - a, y + a, x - r, y + a, x - r, y - a, x - a,
            y - a);
      }
      case DOCUMENTS -> {
        double w = r * 0.8;
        polygon(
            hollow,
            x - w,
            y - r,
            x + w * 0.3,
            y - r,
            x + w,
            y - r * 0.4,
            x + w,
            y + r,
            x - w,
            y + r);
      }
      case NOTES ->
          polygon(
              hollow,
              x - r,
              y - r * 0.9,
              x + r,
              y - r * 0.9,
              x + r,
              y + r * 0.5,
              x,
              y + r * 0.5,
              x - r * 0.6,
              y + r,
              x - r * 0.6,
              y + r * 0.5,
              x - r,
              y + r * 0.5);
      case COSTS -> polygon(hollow, x - r, y - r * 0.8, x + r, y - r * 0.8, x, y + r);
    }
  }

  private void box(double x, double y, double w, double h, double arc, boolean hollow) {
    gc.fillRoundRect(x - w, y - h, w * 2, h * 2, arc, arc);
    if (hollow) {
      gc.strokeRoundRect(x - w, y - h, w * 2, h * 2, arc, arc);
    }
  }

  private void polygon(boolean hollow, double... corners) {
    double[] xs = new double[corners.length / 2];
    double[] ys = new double[corners.length / 2];
    for (int corner = 0; corner < xs.length; corner++) {
      xs[corner] = corners[corner * 2];
      ys[corner] = corners[corner * 2 + 1];
    }
    gc.fillPolygon(xs, ys, xs.length);
    if (hollow) {
      gc.strokePolygon(xs, ys, xs.length);
    }
  }

  /** The line through what was taken back. */
  void strike(double fromX, double fromY, double toX, double toY) {
    gc.setStroke(palette.of(Ink.MUTED));
    gc.setLineWidth(metrics.em(1.5));
    gc.strokeLine(fromX, fromY, toX, toY);
  }

  /** What must not be overlooked: a triangle for doubt, a cross for what failed. */
  void badge(Grade grade, double x, double y) {
    if (grade == Grade.DOUBTFUL) {
      double r = metrics.em(4.5);
      gc.setFill(palette.of(Ink.BACKGROUND));
      triangle(x, y, r + metrics.em(2));
      gc.setFill(palette.of(Ink.DOUBTFUL));
      triangle(x, y, r);
    } else if (grade == Grade.FAILED) {
      double r = metrics.em(5);
      gc.setFill(palette.of(Ink.BACKGROUND));
      gc.fillOval(x - r - 1, y - r - 1, r * 2 + 2, r * 2 + 2);
      gc.setFill(palette.of(Ink.FAILED));
      gc.fillOval(x - r, y - r, r * 2, r * 2);
      double a = metrics.em(2);
      gc.setStroke(palette.of(Ink.BACKGROUND));
      gc.setLineWidth(metrics.em(1.5));
      gc.strokeLine(x - a, y - a, x + a, y + a);
      gc.strokeLine(x - a, y + a, x + a, y - a);
    }
  }

  private void triangle(double x, double y, double r) {
    gc.fillPolygon(
        new double[] {x, x + r, x - r}, new double[] {y - r, y + r * 0.8, y + r * 0.8}, 3);
  }

  /** The ring around what is selected. */
  void ring(double left, double top, double width, double height) {
    double gap = metrics.em(3);
    double arc = Math.min(height + 2 * gap, metrics.em(12));
    gc.setStroke(palette.of(Ink.ACCENT));
    gc.setLineWidth(metrics.em(2));
    gc.strokeRoundRect(left - gap, top - gap, width + 2 * gap, height + 2 * gap, arc, arc);
  }

  /** The veil over what the pointer is on. */
  void hover(double left, double top, double width, double height) {
    double gap = metrics.em(3);
    double arc = Math.min(height + 2 * gap, metrics.em(12));
    gc.setStroke(palette.of(Ink.MUTED));
    gc.setLineWidth(metrics.em(1));
    gc.strokeRoundRect(left - gap, top - gap, width + 2 * gap, height + 2 * gap, arc, arc);
  }
}
