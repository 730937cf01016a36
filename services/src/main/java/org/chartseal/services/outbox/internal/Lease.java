package org.chartseal.services.outbox.internal;

import static java.nio.file.StandardOpenOption.CREATE;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The right to drain an outbox, held by one thread of one process. It is a lock of the operating
 * system, which lets go of it at once when the process ends, however it ends.
 */
final class Lease implements AutoCloseable {

  private final FileChannel channel;

  private Lease(FileChannel channel) {
    this.channel = channel;
  }

  /** Empty when another has it. */
  static Optional<Lease> take(Path file) throws IOException {
    FileChannel channel = FileChannel.open(file, CREATE, WRITE);
    if (isLocked(channel)) {
      return Optional.of(new Lease(channel));
    }
    channel.close();
    return Optional.empty();
  }

  private static boolean isLocked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException heldByAnotherThread) {
      return false;
    }
  }

  /** Lets go of it. */
  @Override
  public void close() throws IOException {
    channel.close();
  }
}
