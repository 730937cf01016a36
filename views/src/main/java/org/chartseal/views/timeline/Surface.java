package org.chartseal.views.timeline;

import javafx.application.Platform;
import javafx.scene.canvas.Canvas;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/**
 * Holds the canvases and has them drawn after the layout of a pulse, at most once in each. It is
 * not managed and waits for no layout, so that a new frame lays out nothing else, and none is lost
 * when an ancestor is being laid out.
 *
 * <p>It is as large as it is seen: a canvas that is laid out smaller and then enlarged is blurred.
 */
final class Surface extends Region {

  private final Runnable painter;
  private final Runnable pulse = this::paintIfDue;
  private final Canvas overview = new Canvas();
  private final Canvas chart = new Canvas();
  private final Scale shrink = new Scale(1, 1, 0, 0);
  private boolean due;

  Surface(Runnable painter) {
    this.painter = painter;
    setManaged(false);
    getTransforms().add(shrink);
    getChildren().addAll(overview, chart);
    sceneProperty()
        .subscribe((before, now) -> {
          if (before != null) {
            before.removePostLayoutPulseListener(pulse);
          }
          if (now != null) {
            now.addPostLayoutPulseListener(pulse);
            redraw();
          }
        });
  }

  Canvas overview() {
    return overview;
  }

  Canvas chart() {
    return chart;
  }

  /**
   * Fills a place, and divides its height between both canvases.
   *
   * @param placeWidth of the place, as the parent counts
   * @param enlarged how many times larger the parent is shown than it is laid out
   * @param overviewHeight as the canvases count
   */
  void fit(double placeWidth, double placeHeight, double enlarged, double overviewHeight) {
    double width = placeWidth * enlarged;
    double height = placeHeight * enlarged;
    shrink.setX(1 / enlarged);
    shrink.setY(1 / enlarged);
    resizeRelocate(0, 0, width, height);
    overview.setWidth(width);
    overview.setHeight(Math.min(height, overviewHeight));
    chart.setLayoutY(overview.getHeight());
    chart.setWidth(width);
    chart.setHeight(Math.max(0, height - overview.getHeight()));
  }

  void redraw() {
    due = true;
    Platform.requestNextPulse();
  }

  private void paintIfDue() {
    if (due && getWidth() > 0 && getHeight() > 0) {
      due = false;
      painter.run();
    }
  }

  @Override
  protected void layoutChildren() {
    // Both canvases are where fit put them.
  }
}
