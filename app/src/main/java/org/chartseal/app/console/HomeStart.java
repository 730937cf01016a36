package org.chartseal.app.console;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import org.chartseal.app.demo.DemoException;
import org.chartseal.app.demo.DemoSetUp;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.wiring.UnavailableException;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.network.NetworkFileOutcome;
import org.chartseal.services.network.NetworkHome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.start.StartDesk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Brings a home up for the window. A home without a network becomes the sample network; its first
 * patient is waited for, and the others are made while the window is used.
 */
final class HomeStart implements StartDesk<Workspace> {

  private static final Logger LOG = LoggerFactory.getLogger(HomeStart.class);
  private static final int ALL = Integer.MAX_VALUE;

  private final HomeFolder home;
  private final SampleShelf shelf;
  private final Executor background;
  private final InstantSource clock;
  private final boolean first;
  private volatile @Nullable DemoSetUp unfinished;

  /** Not on the JavaFX thread: it looks at the home. */
  HomeStart(HomeFolder home, SampleShelf shelf, Executor background, InstantSource clock) {
    this.home = home;
    this.shelf = shelf;
    this.background = background;
    this.clock = clock;
    this.first = (!home.isSetUp() || isEmbedded()) && isUnfinished();
  }

  @Override
  public boolean isFirst() {
    return first;
  }

  @Override
  public Workspace bringUp(Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      if (home.isSetUp() && !isEmbedded()) {
        return Workspace.open(home, clock);
      }
      DemoSetUp setUp = setUp();
      if (!setUp.isFinished(1)) {
        setUp.run(1, progress);
      }
      Workspace workspace = Workspace.open(home, clock);
      unfinished = setUp;
      return workspace;
    });
  }

  /** Makes the patients that are still missing, now that the window is used. */
  void goOn() {
    DemoSetUp setUp = unfinished;
    if (setUp != null) {
      unfinished = null;
      background.execute(() -> finish(setUp));
    }
  }

  private DemoSetUp setUp() {
    return new DemoSetUp(home, shelf, new SecureRandom(), clock);
  }

  private boolean isUnfinished() {
    try {
      return !setUp().isFinished(1);
    } catch (HomeException e) {
      // Opening the home says what is wrong with it.
      return false;
    }
  }

  private boolean isEmbedded() {
    try {
      return new NetworkHome(home.root()).networkFile() instanceof NetworkFileOutcome.Loaded loaded
          && loaded.file().embedded();
    } catch (IOException e) {
      // Opening the home says what is wrong with it.
      return false;
    }
  }

  private void finish(DemoSetUp setUp) {
    try {
      if (!setUp.isFinished(shelf.samples().size())) {
        setUp.run(ALL, (done, total, what) -> !Thread.currentThread().isInterrupted());
      }
    } catch (DemoException e) {
      note(e.fault());
    } catch (HomeException e) {
      note(e.fault());
    } catch (UnavailableException e) {
      note(e.fault());
    }
  }

  /** The next start goes on with it. */
  private static void note(Fault fault) {
    LOG.warn("The sample patients were not finished: {}", fault.code());
  }
}
