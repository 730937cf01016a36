package org.chartseal.views.timeline;

import javafx.animation.PauseTransition;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.control.Tooltip;
import javafx.util.Duration;

/** The words beside the pointer, shown when it rests on something. */
final class HoverTip {

  private static final Duration DELAY = Duration.millis(250);
  private static final double AWAY = 14;

  private final Tooltip tooltip = new Tooltip();
  private final PauseTransition delay = new PauseTransition(DELAY);
  private Point2D place = Point2D.ZERO;

  HoverTip(Node owner) {
    tooltip.setWrapText(true);
    tooltip.setMaxWidth(360);
    delay.setOnFinished(event -> {
      if (owner.getScene() != null) {
        tooltip.show(owner, place.getX() + AWAY, place.getY() + AWAY);
      }
    });
  }

  void show(String words, double screenX, double screenY) {
    hide();
    tooltip.setText(words);
    place = new Point2D(screenX, screenY);
    delay.playFromStart();
  }

  void hide() {
    delay.stop();
    tooltip.hide();
    tooltip.setText("");
  }
}
