package org.chartseal.app.demo;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.StandardOpenOption;
import org.chartseal.app.home.HomeFolder;

/** Lets one process at a time set up a home; the others wait and then find everything done. */
final class DemoTurn implements AutoCloseable {

  private final FileChannel channel;
  private final FileLock lock;

  private DemoTurn(FileChannel channel, FileLock lock) {
    this.channel = channel;
    this.lock = lock;
  }

  static DemoTurn take(HomeFolder home) throws DemoException {
    try {
      FileChannel channel =
          FileChannel.open(
              home.root().resolve("demo.lock"),
              StandardOpenOption.CREATE,
              StandardOpenOption.WRITE);
      return new DemoTurn(channel, channel.lock());
    } catch (IOException | OverlappingFileLockException e) {
      throw new DemoException(
          "CS-DEMO-08",
          "The home folder's set-up cannot be begun. Check the folder's rights, or wait for the other set-up.");
    }
  }

  @Override
  public void close() {
    try (channel) {
      lock.release();
    } catch (IOException e) {
      // The lock ends with the process at the latest.
    }
  }
}
