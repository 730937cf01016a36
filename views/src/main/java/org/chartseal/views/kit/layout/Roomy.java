package org.chartseal.views.kit.layout;

import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;

/**
 * A place whose content is never squeezed: where a window is too small for it, or its letters are
 * large, it keeps the room that it needs and scrolls (WCAG 2.2, 1.4.4).
 */
public final class Roomy extends StackPane {

  private final Region content;
  private final Room room;
  private final double leastWidth;
  private final double leastHeight;
  private final ScrollPane scroller = new ScrollPane();
  private boolean scrolls;

  /**
   * @param leastWidth in a narrower place it scrolls sideways as far as the content asks for more
   * @param leastHeight in a lower place it is as high as this, and higher if the content asks for
   *     it
   */
  public Roomy(Region content, double leastWidth, double leastHeight) {
    this.content = content;
    this.room = new Room(content, leastHeight);
    this.leastWidth = leastWidth;
    this.leastHeight = leastHeight;
    scroller.setFitToWidth(true);
    scroller.setFitToHeight(true);
    scroller.setFocusTraversable(false);
    setMinSize(0, 0);
    content.setMinSize(0, 0);
    room.setMinSize(0, 0);
    getChildren().setAll(room);
    widthProperty().subscribe(width -> fit());
    heightProperty().subscribe(height -> fit());
  }

  /** Shows the content from its beginning, because it is another one. */
  public void beginAtTop() {
    scroller.setHvalue(0);
    scroller.setVvalue(0);
  }

  private void fit() {
    boolean small =
        getWidth() > 0 && getHeight() > 0 && (getWidth() < leastWidth || getHeight() < leastHeight);
    if (small == scrolls) {
      return;
    }
    scrolls = small;
    Node keyboard = getScene() == null ? null : getScene().getFocusOwner();
    if (small) {
      getChildren().clear();
      content.setMinSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
      room.setMinSize(USE_COMPUTED_SIZE, USE_COMPUTED_SIZE);
      scroller.setContent(room);
      getChildren().setAll(scroller);
      // Without its skin, the content would be in no window until the next pulse.
      scroller.applyCss();
    } else {
      scroller.setContent(null);
      content.setMinSize(0, 0);
      room.setMinSize(0, 0);
      getChildren().setAll(room);
    }
    // Whoever was in the content still is.
    if (keyboard != null) {
      keyboard.requestFocus();
      KeepInView.again(getScene());
    }
  }

  /** What scrolls. */
  private static final class Room extends StackPane {
    private final double least;

    Room(Region content, double least) {
      super(content);
      this.least = least;
    }

    @Override
    protected double computeMinHeight(double width) {
      return Math.max(least, super.computeMinHeight(width));
    }
  }
}
