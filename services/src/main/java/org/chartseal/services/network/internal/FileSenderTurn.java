package org.chartseal.services.network.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.chartseal.services.ledger.SenderTurn;

/** The turn as a lock on a file. */
public final class FileSenderTurn implements SenderTurn {

  private final Path file;

  public FileSenderTurn(Path file) {
    this.file = file;
  }

  @Override
  public <T> T alone(Supplier<T> action) {
    try (ProcessLock _ = ProcessLock.acquire(file)) {
      return action.get();
    } catch (IOException e) {
      throw new UncheckedIOException("the relayer's lock cannot be used", e);
    }
  }
}
