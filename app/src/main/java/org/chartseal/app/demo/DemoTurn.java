package org.chartseal.app.demo;

import java.io.IOException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.locks.ProcessLock;

/** Lets one at a time set up a home; the others wait and then find everything done. */
final class DemoTurn implements AutoCloseable {

  private final ProcessLock lock;

  private DemoTurn(ProcessLock lock) {
    this.lock = lock;
  }

  static DemoTurn take(HomeFolder home) throws DemoException {
    try {
      return new DemoTurn(ProcessLock.acquire(home.root().resolve("demo.lock")));
    } catch (IOException e) {
      throw new DemoException(
          "CS-DEMO-08",
          "The home folder's set-up cannot be begun. Check the folder's rights, or wait for the other set-up.");
    }
  }

  @Override
  public void close() {
    try {
      lock.close();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
