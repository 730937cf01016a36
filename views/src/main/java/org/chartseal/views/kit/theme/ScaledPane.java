package org.chartseal.views.kit.theme;

import javafx.beans.value.ObservableDoubleValue;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import javafx.scene.transform.Scale;

/** Shows its content larger: lays it out in the room that is left at that scale. */
public final class ScaledPane extends Region {

  private final Node content;
  private final ObservableDoubleValue scale;

  public ScaledPane(Node content, ObservableDoubleValue scale) {
    this.content = content;
    this.scale = scale;
    Scale transform = new Scale(1, 1, 0, 0);
    transform.xProperty().bind(scale);
    transform.yProperty().bind(scale);
    content.getTransforms().add(transform);
    getChildren().add(content);
    // Not the scale itself: that lives longer than this and would hold it.
    transform.xProperty().subscribe(now -> requestLayout());
  }

  @Override
  protected void layoutChildren() {
    content.resizeRelocate(0, 0, getWidth() / scale.get(), getHeight() / scale.get());
  }
}
