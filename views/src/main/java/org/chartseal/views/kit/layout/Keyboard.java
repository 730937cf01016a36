package org.chartseal.views.kit.layout;

import javafx.scene.Node;

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
}
