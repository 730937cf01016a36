package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.chartseal.services.ledger.HeadMemory;
import org.chartseal.services.locks.ProcessLock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The height as decimal digits in a tiny file. */
public final class FileHeadMemory implements HeadMemory {

  private static final Logger LOG = LoggerFactory.getLogger(FileHeadMemory.class);

  private final Path file;

  public FileHeadMemory(Path file) {
    this.file = file;
  }

  @Override
  public Outcome highest() {
    try {
      long height = Long.parseLong(Files.readString(file, StandardCharsets.US_ASCII).strip());
      return height < 0 ? unreadable("a number below zero") : new Outcome.Remembered(height);
    } catch (NoSuchFileException e) {
      return new Outcome.Remembered(-1);
    } catch (IOException | NumberFormatException e) {
      return unreadable(e.getClass().getSimpleName());
    }
  }

  @Override
  public Outcome accept(long number) {
    Outcome known = highest();
    if (!isAbove(number, known)) {
      return known;
    }
    try (ProcessLock _ = ProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
      // Another may have noted a higher one while the lock was waited for.
      Outcome now = highest();
      if (!isAbove(number, now)) {
        return now;
      }
      OwnerFiles.replace(file, Long.toString(number).getBytes(StandardCharsets.US_ASCII));
      return new Outcome.Remembered(number);
    } catch (IOException e) {
      LOG.warn("the newest block cannot be noted: {}", e.getClass().getSimpleName());
      return new Outcome.Failed(NetworkFaults.HEAD_NOT_KEPT);
    }
  }

  private static boolean isAbove(long number, Outcome known) {
    return known instanceof Outcome.Remembered(long highest) && number > highest;
  }

  private static Outcome unreadable(String why) {
    LOG.warn("the memory of the newest block cannot be read: {}", why);
    return new Outcome.Failed(NetworkFaults.HEAD_UNREADABLE);
  }
}
