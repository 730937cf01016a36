package org.chartseal.services.network.internal;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.HexFormat;
import java.util.UUID;
import org.chartseal.services.ledger.RelayerKey;
import org.chartseal.services.locks.ProcessLock;

/** Files that are replaced whole and durably, readable by their owner only. */
public final class OwnerFiles {

  private OwnerFiles() {}

  /**
   * Writes beside, then renames: a reader sees the old file or the new one, also after a loss of
   * power.
   *
   * @throws IOException if the disk does not take it
   */
  static void replace(Path file, byte[] content) throws IOException {
    Path beside = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
    Files.createFile(beside, ownerOnly(file));
    try {
      try (FileChannel channel = FileChannel.open(beside, StandardOpenOption.WRITE)) {
        ByteBuffer buffer = ByteBuffer.wrap(content);
        while (buffer.hasRemaining()) {
          channel.write(buffer);
        }
        channel.force(true);
      }
      Files.move(beside, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  /**
   * The key in a file of 64 hexadecimal digits; a fresh one where there is no file. Two processes
   * at once get the same.
   *
   * @throws IOException if the file cannot be read or made, or holds no key
   */
  public static RelayerKey relayerKey(Path file) throws IOException {
    try (ProcessLock _ = ProcessLock.acquire(file.resolveSibling(file.getFileName() + ".lock"))) {
      if (!Files.exists(file)) {
        String secret = HexFormat.of().formatHex(RelayerKey.generate().secret());
        replace(file, secret.getBytes(StandardCharsets.US_ASCII));
      }
      return RelayerKey.of(HexFormat.of().parseHex(Files.readString(file).strip()));
    } catch (IllegalArgumentException e) {
      throw new IOException("the relayer's key file holds no key", e);
    }
  }

  /** Windows has no POSIX permissions; the user's profile folder is closed to others there. */
  private static FileAttribute<?>[] ownerOnly(Path file) {
    boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
    return posix
        ? new FileAttribute<?>[] {
          PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"))
        }
        : new FileAttribute<?>[0];
  }
}
