package org.chartseal.views.kit.layout;

import javafx.application.Platform;
import javafx.scene.Scene;

/** What has to wait until a scene was laid out. */
public final class LaidOut {

  private LaidOut() {}

  /** Does it once, after the next layout. */
  public static void once(Scene scene, Runnable act) {
    scene.addPostLayoutPulseListener(
        new Runnable() {
          @Override
          public void run() {
            scene.removePostLayoutPulseListener(this);
            act.run();
          }
        });
    Platform.requestNextPulse();
  }
}
