package org.chartseal.app.home;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.locks.ReentrantLock;

/** Lets one at a time change a part of the home folder, among all threads and processes. */
public final class HomeLock implements AutoCloseable {

  /** A file lock is the whole process's, so its threads take turns here. */
  private static final ReentrantLock THREADS = new ReentrantLock();

  private final FileChannel channel;
  private final FileLock lock;

  private HomeLock(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  /** Waits for the turn. */
  public static HomeLock take(HomeFolder home) throws HomeException {
    Path file = home.root().resolve("home.lock");
    THREADS.lock();
    try {
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      return new HomeLock(channel, channel.lock());
    } catch (OverlappingFileLockException e) {
      THREADS.unlock();
      throw HomeFaults.busy();
    } catch (IOException e) {
      THREADS.unlock();
      throw HomeFaults.notWritten("home.lock");
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    } finally {
      THREADS.unlock();
    }
  }
}
