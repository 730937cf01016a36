package org.chartseal.views.timeline;

import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;

/**
 * Holds the canvases and draws them in the layout of a pulse, at most once in each. It is not
 * managed, so that a new frame lays out nothing else.
 */
final class Surface extends Region {

  private final Runnable painter;
  private final Canvas overview = new Canvas();
  private final Canvas chart = new Canvas();

  Surface(Runnable painter) {
    this.painter = painter;
    setManaged(false);
    getChildren().addAll(overview, chart);
  }

  Canvas overview() {
    return overview;
  }

  Canvas chart() {
    return chart;
  }

  /** Divides the height between both canvases. */
  void fit(double width, double height, double overviewHeight) {
    overview.setWidth(width);
    overview.setHeight(Math.min(height, overviewHeight));
    chart.setLayoutY(overview.getHeight());
    chart.setWidth(width);
    chart.setHeight(Math.max(0, height - overview.getHeight()));
  }

  void redraw() {
    requestLayout();
  }

  @Override
  protected void layoutChildren() {
    if (getWidth() > 0 && getHeight() > 0) {
      painter.run();
    }
  }
}
