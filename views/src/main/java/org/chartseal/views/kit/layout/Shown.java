package org.chartseal.views.kit.layout;

import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.Node;

/** Whether a node is there: where it is not seen, it takes no room. */
public final class Shown {

  private Shown() {}

  /** It is there while this is so. */
  public static void when(ObservableBooleanValue is, Node node) {
    node.visibleProperty().bind(is);
    node.managedProperty().bind(is);
  }
}
