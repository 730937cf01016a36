package org.chartseal.app.bench;

import javafx.animation.AnimationTimer;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.Pane;
import javafx.stage.Stage;

/** The least that a JavaFX program can show; says {@code painted} at its first pulse, and ends. */
final class EmptyWindow {

  private EmptyWindow() {}

  public static void main(String[] args) {
    Platform.startup(EmptyWindow::open);
  }

  private static void open() {
    Stage stage = new Stage();
    stage.setScene(new Scene(new Pane(), 1280, 800));
    stage.show();
    new AnimationTimer() {
      @Override
      public void handle(long now) {
        stop();
        System.out.println("painted");
        System.out.flush();
        Platform.exit();
      }
    }.start();
  }
}
