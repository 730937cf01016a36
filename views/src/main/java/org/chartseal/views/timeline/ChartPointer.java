package org.chartseal.views.timeline;

import java.util.Optional;
import java.util.function.Supplier;
import javafx.scene.Cursor;
import javafx.scene.Node;
import javafx.scene.input.MouseButton;
import javafx.scene.input.MouseEvent;
import javafx.scene.input.ScrollEvent;
import javafx.scene.input.ZoomEvent;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.draw.HitMap;
import org.chartseal.views.timeline.draw.Metrics;
import org.chartseal.views.timeline.scale.TimeScale;

/** What the pointer does on the axis and the lanes. */
final class ChartPointer {

  private static final double PER_STEP = 1.0018;
  private static final double TWICE = 2;
  private static final double NEAR = 8;

  private final TimelineModel model;
  private final Navigator navigator;
  private final Supplier<Metrics> metrics;
  private final Supplier<HitMap> hits;
  private final Runnable open;
  private TimeScale pressedScale;
  private double pressedX;
  private double pressedY;
  private double pressedScroll;

  ChartPointer(
      TimelineModel model,
      Navigator navigator,
      Supplier<Metrics> metrics,
      Supplier<HitMap> hits,
      Runnable open) {
    this.model = model;
    this.navigator = navigator;
    this.metrics = metrics;
    this.hits = hits;
    this.open = open;
    this.pressedScale = model.scale();
  }

  void attach(Node chart) {
    chart.setOnMousePressed(this::pressed);
    chart.setOnMouseDragged(this::dragged);
    chart.setOnMouseClicked(this::clicked);
    chart.setOnMouseReleased(event -> chart.setCursor(Cursor.DEFAULT));
    chart.setOnDragDetected(event -> chart.setCursor(Cursor.CLOSED_HAND));
    chart.setOnScroll(this::scrolled);
    chart.setOnZoom(this::zoomed);
  }

  private double time(double x) {
    return x - metrics.get().header();
  }

  private void pressed(MouseEvent event) {
    pressedScale = model.scale();
    pressedX = event.getX();
    pressedY = event.getY();
    pressedScroll = model.scrolled();
  }

  private void dragged(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || time(pressedX) < 0) {
      return;
    }
    model.see(pressedScale.panned(pressedX - event.getX()));
    model.scroll(pressedScroll + pressedY - event.getY());
  }

  private void clicked(MouseEvent event) {
    if (event.getButton() != MouseButton.PRIMARY || !event.isStillSincePress()) {
      return;
    }
    if (time(event.getX()) < 0) {
      model
          .laneAt(event.getY() - metrics.get().axis())
          .ifPresent(place -> navigator.fold(place.lane().kind()));
      return;
    }
    Optional<Hit> hit = at(event.getX(), event.getY());
    if (hit.isEmpty()) {
      empty(event);
    } else if (event.getClickCount() == 1) {
      navigator.enter(hit.get());
    } else if (event.getClickCount() == 2 && hit.get() instanceof Hit.Item) {
      open.run();
    }
  }

  private void empty(MouseEvent event) {
    if (event.getClickCount() == 2) {
      navigator.zoom(TWICE, time(event.getX()));
    } else {
      model.select(null);
    }
  }

  /** What is at a place of the chart; nothing below the axis. */
  Optional<Hit> at(double x, double y) {
    boolean lanes = time(x) >= 0 && y > metrics.get().axis();
    return lanes ? hits.get().at(x, y, metrics.get().em(NEAR)) : Optional.empty();
  }

  private void scrolled(ScrollEvent event) {
    boolean sideways = Math.abs(event.getDeltaX()) > Math.abs(event.getDeltaY());
    if (sideways) {
      model.see(model.scale().panned(-event.getDeltaX()));
    } else if (time(event.getX()) < 0) {
      model.scroll(model.scrolled() - event.getDeltaY());
    } else {
      double factor = Math.pow(PER_STEP, event.getDeltaY());
      model.see(model.scale().zoomed(factor, time(event.getX())));
    }
    event.consume();
  }

  private void zoomed(ZoomEvent event) {
    model.see(model.scale().zoomed(event.getZoomFactor(), Math.max(0, time(event.getX()))));
    event.consume();
  }
}
