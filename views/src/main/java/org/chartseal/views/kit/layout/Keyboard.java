package org.chartseal.views.kit.layout;

import javafx.scene.Node;
import javafx.scene.Parent;

/** Where in its window the keyboard is, whichever window the toolkit holds to be in front. */
public final class Keyboard {

  private Keyboard() {}

  /** Whether it is with a node, or with something in it. */
  public static boolean isIn(Node place) {
    Node owner = place.getScene() == null ? null : place.getScene().getFocusOwner();
    while (owner != null && !owner.equals(place)) {
      owner = owner.getParent();
    }
    return owner != null;
  }

  /** Gives it to the first node in a place that can have it; says whether there is one. */
  public static boolean enter(Parent place) {
    for (Node node : place.getChildrenUnmodifiable()) {
      if (node.isVisible() && !node.isDisabled()) {
        if (node.isFocusTraversable()) {
          node.requestFocus();
          return true;
        }
        if (node instanceof Parent inner && enter(inner)) {
          return true;
        }
      }
    }
    return false;
  }
}
