package org.chartseal.services.locks;

import static java.util.Objects.requireNonNull;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * An exclusive lock on a file, against other processes and against the other threads of this one.
 * It ends with the process that holds it, however that ends.
 */
public final class ProcessLock implements AutoCloseable {

  private static final Duration PAUSE = Duration.ofMillis(5);

  /**
   * What this process holds. POSIX lets go of a process's lock when any of its channels on the file
   * is closed, so a file that is held here is not even opened again. The lock is the process's, and
   * so is this set.
   */
  private static final Set<Path> HELD = ConcurrentHashMap.newKeySet();

  private final Path name;
  private final FileChannel channel;

  private ProcessLock(Path name, FileChannel channel) {
    this.name = name;
    this.channel = channel;
  }

  /**
   * Waits for the lock. The lock is of the whole process, so that another holder in this one is
   * waited for by asking again.
   */
  public static ProcessLock acquire(Path file) throws IOException {
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
  public static Optional<ProcessLock> tryAcquire(Path file) throws IOException {
    Path folder = requireNonNull(file.toAbsolutePath().getParent(), "a lock is a file in a folder");
    Path name = folder.toRealPath().resolve(file.getFileName());
    if (!HELD.add(name)) {
      return Optional.empty();
    }
    Optional<FileChannel> locked = Optional.empty();
    try {
      locked = locked(file);
    } finally {
      if (locked.isEmpty()) {
        HELD.remove(name);
      }
    }
    return locked.map(channel -> new ProcessLock(name, channel));
  }

  private static Optional<FileChannel> locked(Path file) throws IOException {
    FileChannel channel =
        FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    FileLock lock = null;
    try {
      lock = channel.tryLock();
    } finally {
      if (lock == null) {
        channel.close();
      }
    }
    return lock == null ? Optional.empty() : Optional.of(channel);
  }

  @Override
  public void close() throws IOException {
    try {
      channel.close();
    } finally {
      HELD.remove(name);
    }
  }
}
