package org.chartseal.views.kit.layout;

import javafx.scene.Scene;
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
    scroll(false);
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
    boolean scrolls = scroller.getContent() != null;
    if (small == scrolls) {
      return;
    }
    Scene scene = getScene();
    if (scene == null) {
      scroll(small);
    } else {
      KeepInView.over(scene, () -> scroll(small));
    }
  }

  private void scroll(boolean small) {
    getChildren().clear();
    scroller.setContent(small ? room : null);
    double least = small ? USE_COMPUTED_SIZE : 0;
    content.setMinSize(least, least);
    room.setMinSize(least, least);
    getChildren().setAll(small ? scroller : room);
    // Without its skin, the content would be in no window until the next pulse.
    scroller.applyCss();
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
