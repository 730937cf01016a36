package org.chartseal.services.network.internal;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.chartseal.services.ledger.HeadMemory;

/** The height as decimal digits in a tiny file. */
public final class FileHeadMemory implements HeadMemory {

  private final Path file;

  public FileHeadMemory(Path file) {
    this.file = file;
  }

  @Override
  public long highest() {
    try {
      return Long.parseLong(Files.readString(file).strip());
    } catch (NoSuchFileException e) {
      return -1;
    } catch (IOException e) {
      throw new UncheckedIOException("the memory of the newest block cannot be read", e);
    } catch (NumberFormatException e) {
      throw new IllegalStateException("the memory of the newest block is damaged", e);
    }
  }

  @Override
  public void accept(long number) {
    if (number <= highest()) {
      return;
    }
    try (ProcessLock _ = ProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
      if (number > highest()) {
        OwnerFiles.replace(file, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the memory of the newest block cannot be written", e);
    }
  }
}
