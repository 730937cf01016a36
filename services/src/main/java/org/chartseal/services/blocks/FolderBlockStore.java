package org.chartseal.services.blocks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.blocks.internal.DurableFiles;
import org.chartseal.services.blocks.internal.DurableFiles.Kind;
import org.chartseal.services.blocks.internal.NioDurableFiles;

/**
 * Blocks as files in a folder, each under the text of its identifier, in 1,024 folders by the two
 * characters before the last.
 *
 * <p>A block is written under a temporary name beside its own, forced to the disk, and renamed in
 * one step: whoever sees the name sees the whole block. What a crash left half written is never
 * read, and is deleted an hour later.
 */
public final class FolderBlockStore implements BlockStore {

  private static final String UNFINISHED = ".unfinished-";
  private static final String NOT_OURS =
      "Something in the folder of documents was put there by another program; move it away.";
  private static final Duration ABANDONED = Duration.ofHours(1);

  private final Path folder;
  private final DurableFiles files;
  private final InstantSource clock;
  private final Set<Path> prepared = ConcurrentHashMap.newKeySet();

  /**
   * @param folder made by the first {@link #put}; may itself be a link, below it none is followed
   */
  public FolderBlockStore(Path folder) {
    this(folder, new NioDurableFiles(), InstantSource.system());
  }

  FolderBlockStore(Path folder, DurableFiles files, InstantSource clock) {
    this.folder = folder;
    this.files = files;
    this.clock = clock;
  }

  @Override
  public PutOutcome put(byte[] block) {
    if (block.length == 0 || block.length > MAX_BLOCK) {
      throw new IllegalArgumentException(
          "a block has 1 to " + MAX_BLOCK + " bytes, not " + block.length);
    }
    Cid cid = Cid.of(block);
    Path shard = shard(cid);
    try {
      prepare(shard);
      if (!holds(cid)) {
        write(shard, cid, block);
      }
      // Also for what was there: another process may have renamed it and not yet come to this line.
      files.syncFolder(shard);
      return new PutOutcome.Stored(cid);
    } catch (IOException e) {
      return new PutOutcome.Failed(writeFailure(block.length));
    }
  }

  @Override
  public GetOutcome get(Cid cid) {
    try {
      if (!Files.isDirectory(folder)) {
        return new GetOutcome.Failed(cid, "The folder of documents is not there.");
      }
      return switch (files.kind(shard(cid))) {
        case NOTHING -> new GetOutcome.Missing(cid);
        case FOLDER -> read(cid);
        case FILE, OTHER -> new GetOutcome.Failed(cid, NOT_OURS);
      };
    } catch (IOException e) {
      return new GetOutcome.Failed(cid, "The folder of documents could not be read.");
    }
  }

  private GetOutcome read(Cid cid) throws IOException {
    Path file = file(cid);
    return switch (files.kind(file)) {
      case NOTHING -> new GetOutcome.Missing(cid);
      case FOLDER, OTHER -> new GetOutcome.Failed(cid, NOT_OURS);
      case FILE -> check(cid, files.read(file, MAX_BLOCK + 1));
    };
  }

  private static GetOutcome check(Cid cid, byte[] block) {
    return Cid.of(block).equals(cid) ? new GetOutcome.Found(block) : new GetOutcome.Corrupt(cid);
  }

  private boolean holds(Cid cid) {
    return get(cid) instanceof GetOutcome.Found;
  }

  private void prepare(Path shard) throws IOException {
    if (prepared.contains(shard) && files.kind(shard) == Kind.FOLDER) {
      return;
    }
    if (!Files.isDirectory(folder)) {
      Files.createDirectories(folder);
      Path parent = folder.toAbsolutePath().getParent();
      if (parent != null) {
        files.syncFolder(parent);
      }
    }
    files.createFolder(shard);
    files.syncFolder(folder);
    files.deleteOlder(shard, UNFINISHED, clock.instant().minus(ABANDONED));
    prepared.add(shard);
  }

  private void write(Path shard, Cid cid, byte[] block) throws IOException {
    Path unfinished = shard.resolve(UNFINISHED + UUID.randomUUID());
    try {
      files.writeNew(unfinished, block);
      files.rename(unfinished, file(cid));
    } catch (IOException e) {
      discard(unfinished, e);
      // Windows renames over no file that somebody reads; if it is the right one, all is well.
      if (!holds(cid)) {
        throw e;
      }
    }
  }

  private void discard(Path unfinished, IOException cause) {
    try {
      files.delete(unfinished);
    } catch (IOException e) {
      cause.addSuppressed(e);
    }
  }

  private String writeFailure(int needed) {
    try {
      if (Files.getFileStore(folder).getUsableSpace() < 2L * needed) {
        return "The disk that holds the folder of documents is full. Make room; it is tried again.";
      }
    } catch (IOException e) {
      return "The folder of documents cannot be reached.";
    }
    return "The folder of documents could not be written.";
  }

  private Path shard(Cid cid) {
    String text = cid.text();
    return folder.resolve(text.substring(Cid.TEXT_LENGTH - 3, Cid.TEXT_LENGTH - 1));
  }

  private Path file(Cid cid) {
    return shard(cid).resolve(cid.text());
  }
}
