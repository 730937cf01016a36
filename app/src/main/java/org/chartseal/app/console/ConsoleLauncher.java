package org.chartseal.app.console;

import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.HomeFolder;

/** Starts the toolkit and opens the console's first window. */
public final class ConsoleLauncher {

  private final HomeFolder home;
  private final Path samples;
  private final String version;
  private final Toolkit toolkit;

  /**
   * @param samples where the sample patients are
   * @param version of the product
   * @param toolkit which may have begun to come up
   */
  public ConsoleLauncher(HomeFolder home, Path samples, String version, Toolkit toolkit) {
    this.version = version;
    this.toolkit = toolkit;
    this.home = home;
    this.samples = samples;
  }

  /**
   * Opens the console and waits until its last window is closed.
   *
   * @throws UnsupportedOperationException if this machine has no display
   */
  public void run() throws InterruptedException {
    run(() -> {});
  }

  /**
   * Opens the console, and closes it as soon as somebody could sign in.
   *
   * @param out gets the line {@code painted} when the window is there, and {@code usable} when
   *     somebody could sign in
   * @throws UnsupportedOperationException if this machine has no display
   */
  public void rehearse(PrintWriter out) throws InterruptedException {
    run(() -> new Rehearsal(out).start());
  }

  /**
   * @param beside runs on the JavaFX thread, once the first window is opened
   */
  private void run(Runnable beside) throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    // It reads how the window was left, which is not for the toolkit's thread.
    Console console =
        new Console(
            home, new SampleShelf(samples), version, InstantSource.system(), closed::countDown);
    toolkit.run(() -> {
      console.open();
      beside.run();
    });
    closed.await();
    Platform.exit();
  }
}
