package org.chartseal.app.home;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.locks.ProcessLock;

/**
 * Takes an outbox that an earlier version kept in plain sight to where it is hidden. An interrupted
 * one is gone on with; where it is not certain which outbox is meant, nothing is moved.
 *
 * @param seen where it was
 * @param hidden where it belongs
 */
record OutboxAdoption(Path seen, Path hidden) {

  /** What was not yet taken into the database goes first: the database alone would be less. */
  private static final List<String> PARTS = List.of("-wal", "-shm", "");

  /**
   * @throws HomeException CS-HOME-09 if there are two, CS-HOME-10 if one is in use now
   */
  void adopt() throws HomeException, IOException {
    if (!Files.exists(seen)) {
      return;
    }
    try (ProcessLock _ = ProcessLock.acquire(beside(hidden, ".adoption"))) {
      if (!Files.exists(seen)) {
        return;
      }
      // An earlier version holds this whenever it carries the outbox to the network.
      Optional<ProcessLock> drain = ProcessLock.tryAcquire(beside(seen, ".drain"));
      if (drain.isEmpty()) {
        throw HomeFaults.outboxInUse();
      }
      try (ProcessLock _ = drain.get()) {
        move();
      }
      Files.deleteIfExists(beside(seen, ".drain"));
    }
  }

  private void move() throws HomeException, IOException {
    for (String part : PARTS) {
      if (Files.exists(beside(seen, part)) && Files.exists(beside(hidden, part))) {
        throw HomeFaults.twoOutboxes(seen, hidden);
      }
    }
    for (String part : PARTS) {
      try {
        Files.move(beside(seen, part), beside(hidden, part));
      } catch (NoSuchFileException e) {
        // It has no such part, or whoever closed it last took it away.
      }
    }
  }

  private static Path beside(Path file, String suffix) {
    return file.resolveSibling(file.getFileName() + suffix);
  }
}
