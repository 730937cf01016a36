package org.chartseal.app.console;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import javafx.application.Platform;

/** JavaFX's toolkit, which may come up beside what there is to do before the first window. */
public final class Toolkit {

  private final FutureTask<Boolean> start = new FutureTask<>(Toolkit::start);

  /** Begins to bring it up, on a thread of its own; where it fails, {@link #run} says why. */
  public void begin() {
    Thread.ofPlatform().daemon().name("toolkit").start(start);
  }

  /**
   * Runs something on the JavaFX thread.
   *
   * @throws UnsupportedOperationException if this machine has no display
   */
  void run(Runnable work) throws InterruptedException {
    start.run();
    try {
      start.get();
    } catch (ExecutionException e) {
      if (e.getCause() instanceof UnsupportedOperationException none) {
        throw none;
      }
      throw new IllegalStateException("JavaFX did not start", e);
    }
    Platform.runLater(work);
  }

  private static boolean start() {
    Platform.startup(() -> Platform.setImplicitExit(false));
    return true;
  }
}
