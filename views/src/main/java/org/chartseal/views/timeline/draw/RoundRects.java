package org.chartseal.views.timeline.draw;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.canvas.GraphicsContext;
import javafx.scene.image.Image;
import javafx.scene.image.WritableImage;
import javafx.scene.paint.Color;

/**
 * Draws rectangles with round ends from two small pictures and a plain rectangle between them.
 * Without a graphics card a curved path costs thirty times as much, and a frame has hundreds.
 */
final class RoundRects {

  /** What the ends of a rectangle depend on; a line of no width is none. */
  private record Shape(Color fill, Color line, double lineWidth, double radius, double height) {}

  private record Ends(Image left, Image right) {}

  private final GraphicsContext gc;
  private final double scale;
  private final Map<Shape, Ends> known = new HashMap<>();

  /**
   * Draws on a canvas.
   *
   * @param scale the screen's pixels for one of the layout
   */
  RoundRects(GraphicsContext gc, double scale) {
    this.gc = gc;
    this.scale = scale;
  }

  /** Fills; all borders fall on whole pixels of the screen. */
  void fill(Color fill, double x, double y, double width, double height, double radius) {
    double end = ends(new Shape(fill, fill, 0, radius, height), x, y, width);
    gc.setFill(fill);
    gc.fillRect(x + end, y, width - 2 * end, height);
  }

  /** Fills, with a line along the inside of the border. */
  void outline(
      Color fill, Color line, double x, double y, double width, double height, double radius) {
    double thin = 1 / scale * Math.max(1, Math.rint(scale));
    double end = ends(new Shape(fill, line, thin, radius, height), x, y, width);
    gc.setFill(fill);
    gc.fillRect(x + end, y + thin, width - 2 * end, height - 2 * thin);
    gc.setFill(line);
    gc.fillRect(x + end, y, width - 2 * end, thin);
    gc.fillRect(x + end, y + height - thin, width - 2 * end, thin);
  }

  /** Draws both ends and gives their width. */
  private double ends(Shape wanted, double x, double y, double width) {
    double radius = Math.min(wanted.radius(), Math.floor(width * scale / 2) / scale);
    Shape shape =
        new Shape(wanted.fill(), wanted.line(), wanted.lineWidth(), radius, wanted.height());
    Ends ends = known.computeIfAbsent(shape, this::ends);
    double end = ends.left().getWidth() / scale;
    gc.drawImage(ends.left(), x, y, end, wanted.height());
    gc.drawImage(ends.right(), x + width - end, y, end, wanted.height());
    return end;
  }

  private Ends ends(Shape shape) {
    int wide = Math.max(1, (int) Math.floor(shape.radius() * scale));
    int tall = Math.max(1, (int) Math.rint(shape.height() * scale));
    WritableImage left = new WritableImage(wide, tall);
    WritableImage right = new WritableImage(wide, tall);
    for (int x = 0; x < wide; x++) {
      for (int y = 0; y < tall; y++) {
        Color colour = at(shape, wide, tall, x + 0.5, y + 0.5);
        left.getPixelWriter().setColor(x, y, colour);
        right.getPixelWriter().setColor(wide - 1 - x, y, colour);
      }
    }
    return new Ends(left, right);
  }

  /** By the distance to the border: outside, on it, on the line, or within. */
  private Color at(Shape shape, double radius, double tall, double x, double y) {
    double across = radius - x;
    double along = Math.abs(y - tall / 2) - (tall / 2 - radius);
    double distance =
        Math.hypot(Math.max(across, 0), Math.max(along, 0))
            + Math.min(Math.max(across, along), 0)
            - radius;
    double outer = Math.clamp(0.5 - distance, 0, 1);
    double inner = Math.clamp(0.5 - distance - shape.lineWidth() * scale, 0, 1);
    Color colour =
        outer == 0 ? shape.fill() : shape.line().interpolate(shape.fill(), inner / outer);
    return colour.deriveColor(0, 1, 1, outer);
  }
}
