package org.chartseal.app.demo;

import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeMaking;
import org.chartseal.services.seal.Progress;

/** Counts the steps of a set-up, for whoever waits for it here and in other processes. */
final class DemoSteps implements AutoCloseable {

  private final HomeMaking making;
  private final Progress progress;
  private final int total;
  private int begun;
  private String present = "";

  /**
   * @param progress asked between steps whether to go on
   * @param total how many there are
   */
  DemoSteps(HomeMaking making, Progress progress, int total) {
    this.making = making;
    this.progress = progress;
    this.total = total;
  }

  /**
   * Says what is being made now.
   *
   * @return for its parts, which are not counted
   */
  Progress step(String what) throws DemoException, HomeException {
    begun++;
    present = what;
    making.note(new HomeMaking.Stage(begun - 1, total));
    goOn();
    return (done, all, part) -> progress.step(begun - 1, total, what);
  }

  /** The same for a long step, whose parts are counted. */
  Progress counted(String what) throws DemoException, HomeException {
    step(what);
    return (done, all, part) -> progress.step(done, all, what);
  }

  /** Asks in the midst of a step whether to go on. */
  void goOn() throws DemoException {
    if (!progress.step(begun - 1, total, present)) {
      throw RegistryActs.stopped();
    }
  }

  @Override
  public void close() {
    making.end();
  }
}
