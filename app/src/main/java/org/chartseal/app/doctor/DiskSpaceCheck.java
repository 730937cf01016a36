package org.chartseal.app.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.chartseal.services.seal.Fault;

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
      String megabytes = Long.toString(free / MEGABYTE);
      String words = megabytes + " MB are free.";
      if (free < TOO_LITTLE) {
        return Finding.problem(
            CHECK,
            new Fault(
                "CS-HEALTH-04",
                words + " Make room before anything is signed.",
                List.of(megabytes)));
      }
      return free < LITTLE
          ? Finding.note(
              CHECK, new Fault("CS-HEALTH-05", words + " Make room soon.", List.of(megabytes)))
          : Finding.well(CHECK, words);
    } catch (IOException e) {
      return Finding.problem(
          CHECK, new Fault("CS-HEALTH-06", "The disk cannot be asked how much is free. Check it."));
    }
  }
}
