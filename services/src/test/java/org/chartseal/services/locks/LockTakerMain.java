package org.chartseal.services.locks;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;

/** Tries for a lock at every byte that it is told, and says what came of it. */
public final class LockTakerMain {

  private LockTakerMain() {}

  public static void main(String[] arguments) throws IOException {
    while (System.in.read() >= 0) {
      Optional<ProcessLock> lock = ProcessLock.tryAcquire(Path.of(arguments[0]));
      System.out.println("lock " + (lock.isPresent() ? "taken" : "held"));
      if (lock.isPresent()) {
        lock.get().close();
      }
    }
  }
}
