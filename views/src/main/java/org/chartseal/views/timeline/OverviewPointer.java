package org.chartseal.views.timeline;

import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import org.chartseal.views.timeline.draw.Metrics;
import org.chartseal.views.timeline.scale.TimeRange;
import org.chartseal.views.timeline.scale.TimeScale;

/** What the pointer does on the overview: it moves the window, or one of its edges. */
final class OverviewPointer {

  private enum Grip {
    FROM,
    TO,
    ALL
  }

  private static final double NEAR = 6;

  private final TimelineModel model;
  private final Supplier<Metrics> metrics;
  private Grip grip = Grip.ALL;
  private TimeRange pressedOn;
  private double pressedAt;

  OverviewPointer(TimelineModel model, Supplier<Metrics> metrics) {
    this.model = model;
    this.metrics = metrics;
    this.pressedOn = model.scale().seen();
  }

  void attach(Node overview) {
    overview.setOnMousePressed(this::pressed);
    overview.setOnMouseDragged(this::dragged);
    overview.setOnMouseMoved(
        event -> overview.setCursor(isAtEdge(event.getX()) ? Cursor.H_RESIZE : Cursor.DEFAULT));
    overview.setOnScroll(event -> {
      TimeScale scale = model.scale();
      double factor = Math.pow(1.0018, event.getDeltaY());
      model.see(scale.zoomed(factor, Math.clamp(scale.x(at(event.getX())), 0, scale.width())));
      event.consume();
    });
  }

  private TimeScale whole() {
    return TimeScale.whole(model.scale().bounds(), model.scale().width());
  }

  private double at(double x) {
    return whole().millis(x - metrics.get().header());
  }

  private double distance(double x, double millis) {
    return Math.abs(whole().x(millis) + metrics.get().header() - x);
  }

  private boolean isAtEdge(double x) {
    TimeRange seen = model.scale().seen();
    double near = metrics.get().em(NEAR);
    return distance(x, seen.from()) <= near || distance(x, seen.to()) <= near;
  }

  private void pressed(MouseEvent event) {
    TimeRange seen = model.scale().seen();
    pressedAt = at(event.getX());
    grip = Grip.ALL;
    if (isAtEdge(event.getX())) {
      boolean first = distance(event.getX(), seen.from()) < distance(event.getX(), seen.to());
      grip = first ? Grip.FROM : Grip.TO;
    } else if (!seen.contains(pressedAt)) {
      double half = seen.length() / 2;
      model.see(model.scale().see(new TimeRange(pressedAt - half, pressedAt + half)));
    }
    pressedOn = model.scale().seen();
  }

  private void dragged(MouseEvent event) {
    double time = at(event.getX());
    double by = time - pressedAt;
    TimeRange next =
        switch (grip) {
          case ALL -> new TimeRange(pressedOn.from() + by, pressedOn.to() + by);
          case FROM ->
              new TimeRange(Math.min(time, pressedOn.to() - TimeScale.SHORTEST), pressedOn.to());
          case TO ->
              new TimeRange(
                  pressedOn.from(), Math.max(time, pressedOn.from() + TimeScale.SHORTEST));
        };
    model.see(model.scale().see(next));
  }
}
