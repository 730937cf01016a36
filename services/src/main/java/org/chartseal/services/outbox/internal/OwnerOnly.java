package org.chartseal.services.outbox.internal;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Makes a file that other accounts of the machine cannot read; SQLite gives its log the same
 * rights.
 */
final class OwnerOnly {

  private OwnerOnly() {}

  /** Makes an empty file if there is none; one that is there keeps its rights. */
  static void create(Path file) throws IOException {
    boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
    // Elsewhere a user's folders are closed to others by what they inherit.
    FileAttribute<?>[] rights =
        posix
            ? new FileAttribute<?>[] {
              PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
            }
            : new FileAttribute<?>[0];
    try {
      Files.createFile(file, rights);
    } catch (FileAlreadyExistsException e) {
      // Another process, or an earlier day, has made it.
    }
  }
}
