package org.chartseal.services.blocks.internal;

import static java.nio.file.StandardOpenOption.CREATE_NEW;
import static java.nio.file.StandardOpenOption.READ;
import static java.nio.file.StandardOpenOption.WRITE;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.util.Arrays;

/** The file system of this machine. */
public final class NioDurableFiles implements DurableFiles {

  // Windows opens no folder as a file; NTFS journals its names by itself.
  private static final boolean FOLDERS_SYNC =
      !System.getProperty("os.name", "").startsWith("Windows");

  @Override
  public Kind kind(Path path) throws IOException {
    try {
      BasicFileAttributes attributes =
          Files.readAttributes(path, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isRegularFile()) {
        return Kind.FILE;
      }
      return attributes.isDirectory() ? Kind.FOLDER : Kind.OTHER;
    } catch (NoSuchFileException e) {
      return Kind.NOTHING;
    }
  }

  @Override
  public void createFolder(Path folder) throws IOException {
    try {
      Files.createDirectory(folder);
    } catch (FileAlreadyExistsException e) {
      if (kind(folder) != Kind.FOLDER) {
        throw e;
      }
    }
  }

  @Override
  public byte[] read(Path file, int limit) throws IOException {
    try (SeekableByteChannel channel =
        Files.newByteChannel(file, READ, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer buffer = ByteBuffer.allocate((int) Math.min(limit, channel.size()));
      int last = 0;
      while (buffer.hasRemaining() && last >= 0) {
        last = channel.read(buffer);
      }
      return Arrays.copyOf(buffer.array(), buffer.position());
    }
  }

  @Override
  public void writeNew(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel =
        FileChannel.open(file, CREATE_NEW, WRITE, LinkOption.NOFOLLOW_LINKS)) {
      ByteBuffer buffer = ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  @Override
  public void rename(Path from, Path to) throws IOException {
    Files.move(from, to, StandardCopyOption.ATOMIC_MOVE);
  }

  @Override
  public void syncFolder(Path folder) throws IOException {
    if (FOLDERS_SYNC) {
      try (FileChannel channel = FileChannel.open(folder, READ)) {
        channel.force(true);
      }
    }
  }

  @Override
  public void delete(Path file) throws IOException {
    Files.deleteIfExists(file);
  }

  @Override
  public void deleteOlder(Path folder, String prefix, Instant before) throws IOException {
    try (DirectoryStream<Path> found = Files.newDirectoryStream(folder, prefix + "*")) {
      for (Path file : found) {
        if (Files.getLastModifiedTime(file, LinkOption.NOFOLLOW_LINKS)
            .toInstant()
            .isBefore(before)) {
          Files.deleteIfExists(file);
        }
      }
    }
  }
}
