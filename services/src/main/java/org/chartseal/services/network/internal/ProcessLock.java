package org.chartseal.services.network.internal;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;

/** An exclusive lock on a file. It ends with the process that holds it, however that ends. */
final class ProcessLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(5);

  private final FileChannel channel;

  private ProcessLock(FileChannel channel) {
    this.channel = channel;
  }

  /**
   * Waits for the lock. The lock is of the whole process, so that another holder in this one is
   * waited for by asking again.
   */
  static ProcessLock acquire(Path file) throws IOException {
    while (true) {
      Optional<ProcessLock> lock = tryAcquire(file);
      if (lock.isPresent()) {
        return lock.get();
      }
      try {
        Thread.sleep(PAUSE);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
        throw new InterruptedIOException("interrupted while waiting for a lock");
      }
    }
  }

  /** The lock, unless it is held, by another process or in this one. */
  static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } catch (OverlappingFileLockException e) {
      // Held elsewhere in this process: the same as held by another.
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(new ProcessLock(channel));
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
