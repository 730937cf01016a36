package org.chartseal.services.blocks.internal;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;

/**
 * The few things that a folder of blocks asks of the file system; tests let each of them fail. No
 * link is followed.
 */
public interface DurableFiles {

  /** What stands under a name. */
  enum Kind {
    NOTHING,
    FILE,
    FOLDER,
    OTHER
  }

  /** What stands there; a link is {@link Kind#OTHER}. */
  Kind kind(Path path) throws IOException;

  /** Makes a folder, whose parent is there; if it is there already that is fine. */
  void createFolder(Path folder) throws IOException;

  /** Reads a regular file, at most {@code limit} bytes of it. */
  byte[] read(Path file, int limit) throws IOException;

  /** Writes a file that must not exist, down to the disk. */
  void writeNew(Path file, byte[] bytes) throws IOException;

  /** Gives a file another name in one step, in place of what had that name. */
  void rename(Path from, Path to) throws IOException;

  /** Makes new and changed names in a folder durable. */
  void syncFolder(Path folder) throws IOException;

  /** Deletes a file if it is there. */
  void delete(Path file) throws IOException;

  /** Deletes the files in a folder whose names begin so and that were last changed before. */
  void deleteOlder(Path folder, String prefix, Instant before) throws IOException;
}
