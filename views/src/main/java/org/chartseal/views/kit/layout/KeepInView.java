package org.chartseal.views.kit.layout;

import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.MouseEvent;

/**
 * Scrolls what has the keyboard into view, however it came there: Enter presses nothing that cannot
 * be seen (WCAG 2.2, 2.4.11). The toolkit does so for the tabulator alone.
 */
public final class KeepInView {

  private boolean pressed;

  private KeepInView() {}

  /** Does so in a scene from now on. */
  public static void in(Scene scene) {
    KeepInView keeping = new KeepInView();
    scene.addEventFilter(MouseEvent.MOUSE_PRESSED, press -> keeping.pressed = true);
    scene.addEventFilter(MouseEvent.MOUSE_RELEASED, release -> keeping.pressed = false);
    scene
        .focusOwnerProperty()
        .subscribe(owner -> {
          // What is being clicked on is seen, and may not move away under the pointer.
          if (owner != null && !keeping.pressed) {
            LaidOut.once(scene, () -> reveal(scene, owner));
          }
        });
  }

  /** What has the keyboard keeps it, and stays in view, while what surrounds it is changed. */
  public static void over(Scene scene, Runnable change) {
    Node owner = scene.getFocusOwner();
    change.run();
    if (owner != null) {
      owner.requestFocus();
      LaidOut.once(scene, () -> reveal(scene, owner));
    }
  }

  private static void reveal(Scene scene, Node node) {
    if (!node.equals(scene.getFocusOwner())) {
      return;
    }
    for (Parent above = node.getParent(); above != null; above = above.getParent()) {
      if (above instanceof ScrollPane pane && pane.getContent() != null) {
        reveal(pane, node);
      }
    }
  }

  private static void reveal(ScrollPane pane, Node node) {
    Node content = pane.getContent();
    Bounds there = content.sceneToLocal(node.localToScene(node.getLayoutBounds()));
    double seen = pane.getViewportBounds().getHeight();
    double hidden = content.getLayoutBounds().getHeight() - seen;
    if (hidden <= 0 || there.getHeight() > seen) {
      // All of it is in view, or it never can be.
      return;
    }
    double top = pane.getVvalue() * hidden;
    if (there.getMinY() < top) {
      pane.setVvalue(there.getMinY() / hidden);
    } else if (there.getMaxY() > top + seen) {
      pane.setVvalue((there.getMaxY() - seen) / hidden);
    }
  }
}
