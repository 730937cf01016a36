package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.chartseal.services.ledger.SenderTurn;
import org.chartseal.services.locks.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The turn as a lock on a file. */
public final class FileSenderTurn implements SenderTurn {

  private static final Logger LOG = LoggerFactory.getLogger(FileSenderTurn.class);

  private final Path file;

  public FileSenderTurn(Path file) {
    this.file = file;
  }

  @Override
  public <T> T alone(Supplier<T> action) throws IOException {
    ProcessLock lock = ProcessLock.acquire(file);
    try {
      return action.get();
    } finally {
      giveBack(lock);
    }
  }

  /** What was done meanwhile is done, whatever becomes of the lock. */
  private static void giveBack(ProcessLock lock) {
    try {
      lock.close();
    } catch (IOException e) {
      LOG.warn("the relayer's lock was not closed: {}", e.getClass().getSimpleName());
    }
  }
}
