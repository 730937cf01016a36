package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.chartseal.services.locks.ProcessLock;

/**
 * Who uses the node: each user holds the lock of a file of its own, which ends with its process.
 * Counted only under the node's own lock.
 */
final class NodeUsers {

  private final Path folder;
  private final Path own;
  private final ProcessLock lock;

  private NodeUsers(Path folder, Path own, ProcessLock lock) {
    this.folder = folder;
    this.own = own;
    this.lock = lock;
  }

  static NodeUsers enter(Path folder) throws IOException {
    Files.createDirectories(folder);
    Path own = folder.resolve(UUID.randomUUID() + ".user");
    return new NodeUsers(folder, own, ProcessLock.acquire(own));
  }

  /**
   * Leaves. Returns whether nobody else is there; the files of those that died are cleared away.
   */
  boolean leave() throws IOException {
    lock.close();
    Files.deleteIfExists(own);
    boolean others = false;
    try (Stream<Path> files = Files.list(folder)) {
      for (Path file : files.toList()) {
        others |= !clear(file);
      }
    }
    return !others;
  }

  private static boolean clear(Path file) throws IOException {
    Optional<ProcessLock> free = ProcessLock.tryAcquire(file);
    if (free.isEmpty()) {
      return false;
    }
    free.get().close();
    Files.deleteIfExists(file);
    return true;
  }
}
