package org.chartseal.app.console;

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

  /**
   * @param samples where the sample patients are
   * @param version of the product
   */
  public ConsoleLauncher(HomeFolder home, Path samples, String version) {
    this.version = version;
    this.home = home;
    this.samples = samples;
  }

  /**
   * Opens the console and waits until its last window is closed.
   *
   * @throws UnsupportedOperationException if this machine has no display
   */
  public void run() throws InterruptedException {
    CountDownLatch closed = new CountDownLatch(1);
    Platform.setImplicitExit(false);
    // It reads how the window was left, which is not for the toolkit's thread.
    Console console =
        new Console(
            home, new SampleShelf(samples), version, InstantSource.system(), closed::countDown);
    Platform.startup(console::open);
    closed.await();
    Platform.exit();
  }
}
