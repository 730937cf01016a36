package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Queued.QueuedEntry;
import org.chartseal.services.seal.ChunkSource;
import org.chartseal.services.seal.Content;
import org.chartseal.services.seal.ContentOutcome;
import org.chartseal.services.seal.EntryDescription;
import org.chartseal.services.seal.EntryOpener;
import org.chartseal.services.seal.EntryReference;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OpenOutcome;
import org.chartseal.services.seal.OpenedManifest;
import org.chartseal.services.seal.Place;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * Reads what a writer's own outbox holds of a stream: entries that the chain does not show yet,
 * drafts among them. They are the writer's own word, and proven by nothing.
 */
public final class QueuedContents {

  private static final Fault GONE =
      new Fault(
          "CS-WRITE-06",
          "An entry that waits in the outbox cannot be read. Let the outbox finish, then try again.");

  private final Outbox outbox;
  private final BlockStore blocks;
  private final EntryOpener opener;

  public QueuedContents(Outbox outbox, BlockStore blocks, EntryOpener opener) {
    this.outbox = outbox;
    this.blocks = blocks;
    this.opener = opener;
  }

  /**
   * An entry in the outbox, opened.
   *
   * @param replaces the entry that it corrects, if any
   */
  public record Held(
      QueuedEntry queued,
      EntryDescription description,
      Content content,
      Optional<EntryReference> replaces) {}

  /**
   * The entries of a lane from an index on, without a gap.
   *
   * @param access with keys open
   * @param from the first index that the chain does not show
   * @throws RefusedException if one of them cannot be read
   */
  public List<Held> from(StreamAccess access, int lane, int from) throws RefusedException {
    List<Held> held = new ArrayList<>();
    Place place = new Place(lane, from);
    Optional<QueuedEntry> queued = outbox.find(access.slot(place));
    while (queued.isPresent()) {
      held.add(open(access, queued.get()));
      place = place.next();
      queued = outbox.find(access.slot(place));
    }
    return held;
  }

  /**
   * One entry.
   *
   * @param access to its stream, with keys open
   * @throws RefusedException if it cannot be read
   */
  public Held open(StreamAccess access, QueuedEntry entry) throws RefusedException {
    byte[] block = block(entry.digests().manifestDigest()).orElseThrow(() -> refused(GONE));
    switch (opener.openManifest(access.keys(), entry.place(), entry.slot().slot(), block)) {
      case OpenOutcome.Refused(var fault) -> throw new RefusedException(fault);
      case OpenOutcome.Opened(OpenedManifest manifest) -> {
        try (manifest) {
          return switch (opener.content(manifest, this::chunk, Progress.NONE)) {
            case ContentOutcome.Refused(var fault) -> throw new RefusedException(fault);
            case ContentOutcome.Stopped stopped ->
                throw new IllegalStateException("nobody asked to stop");
            case ContentOutcome.Read(Content content) ->
                new Held(
                    entry, manifest.manifest().entry(), content, manifest.manifest().replaces());
          };
        }
      }
    }
  }

  private ChunkSource.Chunk chunk(Hash32 digest) {
    return block(digest)
        .<ChunkSource.Chunk>map(ChunkSource.Chunk.Found::new)
        .orElseGet(() -> new ChunkSource.Chunk.Unavailable(GONE));
  }

  /** The outbox lets go of what is settled; the store has it by then. */
  private Optional<byte[]> block(Hash32 digest) {
    Cid cid = new Cid(digest);
    return outbox
        .block(cid)
        .or(() ->
            blocks.get(cid) instanceof BlockStore.GetOutcome.Found(byte[] block)
                ? Optional.of(block)
                : Optional.empty());
  }

  private static RefusedException refused(Fault fault) {
    return new RefusedException(fault);
  }
}
