package org.chartseal.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Whether the disk has room for what is signed. */
public final class DiskSpaceCheck implements HealthCheck {

  private static final String CHECK = "disk";
  private static final long MEGABYTE = 1L << 20;
  private static final long LITTLE = 1024 * MEGABYTE;
  private static final long TOO_LITTLE = 64 * MEGABYTE;

  private final Path folder;

  /**
   * @param folder need not be there yet
   */
  public DiskSpaceCheck(Path folder) {
    this.folder = folder;
  }

  @Override
  public Finding look() {
    Path there = folder;
    while (!Files.exists(there) && there.getParent() != null) {
      there = there.getParent();
    }
    try {
      long free = Files.getFileStore(there).getUsableSpace();
      String words = free / MEGABYTE + " MB are free";
      if (free < TOO_LITTLE) {
        return Finding.problem(CHECK, words + ". Make room before anything is signed.");
      }
      return free < LITTLE
          ? Finding.note(CHECK, words + ". Make room soon.")
          : Finding.well(CHECK, words + ".");
    } catch (IOException e) {
      return Finding.problem(CHECK, "The disk cannot be asked how much is free. Check it.");
    }
  }
}
