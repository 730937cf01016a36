package org.chartseal.services.clinical.internal;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import org.chartseal.services.clinical.DocumentReader;
import org.chartseal.services.clinical.DocumentSource;
import org.chartseal.services.seal.RefusedException;

/** The bytes of a source, never more than are permitted. */
final class SourceBytes {

  private static final int LIMIT = (int) DocumentReader.MAX_BYTES;

  private SourceBytes() {}

  static byte[] of(DocumentSource source) throws RefusedException {
    byte[] bytes =
        switch (source) {
          case DocumentSource.OnDisk file -> read(file.path());
          case DocumentSource.InMemory memory -> memory.bytes();
        };
    if (bytes.length > LIMIT) {
      throw new RefusedException(DocumentFaults.TOO_LARGE);
    }
    if (bytes.length == 0) {
      throw new RefusedException(DocumentFaults.EMPTY);
    }
    return bytes;
  }

  private static byte[] read(Path path) throws RefusedException {
    if (Files.isDirectory(path)) {
      throw new RefusedException(DocumentFaults.DIRECTORY);
    }
    if (!Files.exists(path)) {
      throw new RefusedException(DocumentFaults.NOT_FOUND);
    }
    if (!Files.isRegularFile(path)) {
      throw new RefusedException(DocumentFaults.NOT_A_FILE);
    }
    try {
      if (Files.size(path) > LIMIT) {
        throw new RefusedException(DocumentFaults.TOO_LARGE);
      }
      try (InputStream in = Files.newInputStream(path)) {
        // The file may have grown since its size was asked.
        return in.readNBytes(LIMIT + 1);
      }
    } catch (AccessDeniedException e) {
      throw new RefusedException(DocumentFaults.NO_PERMISSION);
    } catch (NoSuchFileException e) {
      throw new RefusedException(DocumentFaults.NOT_FOUND);
    } catch (IOException e) {
      throw new RefusedException(DocumentFaults.UNREADABLE);
    }
  }
}
