package org.chartseal.app.console;

import java.io.PrintWriter;
import java.util.List;
import javafx.animation.AnimationTimer;
import javafx.scene.Scene;
import javafx.stage.Stage;
import javafx.stage.Window;

/**
 * Watches a start up to the moment when somebody could sign in, says so, and closes the window. The
 * build trains the image's AOT cache with it (JEP 514), and the benchmark of the start reads it.
 */
final class Rehearsal extends AnimationTimer {

  private final PrintWriter out;
  private boolean painted;

  Rehearsal(PrintWriter out) {
    this.out = out;
  }

  @Override
  public void handle(long now) {
    for (Window window : List.copyOf(Window.getWindows())) {
      if (window instanceof Stage stage && stage.isShowing()) {
        look(stage, stage.getScene());
      }
    }
  }

  private void look(Stage stage, Scene scene) {
    if (!painted) {
      painted = true;
      say("painted");
    }
    if (scene.lookup(".cs-person") != null) {
      stop();
      say("usable");
      stage.hide();
    }
  }

  private void say(String word) {
    out.println(word);
    out.flush();
  }
}
