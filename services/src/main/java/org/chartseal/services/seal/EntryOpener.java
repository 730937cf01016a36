package org.chartseal.services.seal;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.internal.AesGcm;
import org.chartseal.services.seal.internal.Padding;
import org.chartseal.services.seal.internal.SecretBytes;

/**
 * Opens entries (§3). Safe for use by several threads.
 *
 * <p>What it opens was sealed by somebody who holds the stream's keys, for this slot; who that was,
 * the signature says, and whether it counts, the ledger.
 */
public final class EntryOpener {

  private final AesGcm aesGcm;

  public EntryOpener(CryptoEngine engine) {
    this.aesGcm = engine.aesGcm();
  }

  /**
   * Opens a manifest block with the keys of its stream.
   *
   * @param block not changed meanwhile
   */
  public OpenOutcome openManifest(StreamKeys keys, Place place, Slot slot, byte[] block) {
    try (EntryKey key = keys.entryKey(place)) {
      return openManifest(key, place, slot, block);
    }
  }

  /**
   * Opens a manifest block with the key of its entry alone.
   *
   * @param block not changed meanwhile
   */
  public OpenOutcome openManifest(EntryKey key, Place place, Slot slot, byte[] block) {
    try {
      return new OpenOutcome.Opened(open(key, place, slot, block));
    } catch (RefusedException e) {
      return new OpenOutcome.Refused(e.fault());
    }
  }

  /**
   * Reads the content of an opened entry, fetching its chunks if it has any.
   *
   * @param progress told of each chunk
   */
  public ContentOutcome content(OpenedManifest opened, ChunkSource source, Progress progress) {
    return switch (opened.manifest().stored()) {
      case StoredContent.Inline inline -> new ContentOutcome.Read(inline.content());
      case StoredContent.Chunked chunked -> {
        byte[] encoded = new byte[chunked.length()];
        try {
          yield readChunks(opened, chunked.chunks(), encoded, source, progress)
              ? new ContentOutcome.Read(ContentCodec.decode(encoded))
              : new ContentOutcome.Stopped();
        } catch (RefusedException e) {
          yield new ContentOutcome.Refused(e.fault());
        } finally {
          Arrays.fill(encoded, (byte) 0);
        }
      }
    };
  }

  private OpenedManifest open(EntryKey key, Place place, Slot slot, byte[] block)
      throws RefusedException {
    requireBlock(block, 1 + Blocks.SEED);
    SealKey sealKey = key.sealKey(Arrays.copyOfRange(block, 1, 1 + Blocks.SEED));
    boolean opened = false;
    try (SecretBytes manifestKey = sealKey.manifestKey()) {
      byte[] padded = decrypt(manifestKey, Blocks.manifestData(slot), block, 1 + Blocks.SEED);
      Manifest manifest = manifest(padded);
      if (manifest.previous().isPresent() == (place.n() == 0)) {
        throw new RefusedException(Faults.WRONG_PLACE);
      }
      EntryReference reference =
          new EntryReference(slot, Digests.sha256(block), manifest.contentRoot());
      opened = true;
      return new OpenedManifest(manifest, reference, sealKey);
    } finally {
      if (!opened) {
        sealKey.close();
      }
    }
  }

  private static Manifest manifest(byte[] padded) throws RefusedException {
    byte[] encoded = unpad(padded, Blocks.MAX_PADDED_MANIFEST);
    try {
      return ManifestCodec.decode(encoded);
    } finally {
      Arrays.fill(encoded, (byte) 0);
    }
  }

  private boolean readChunks(
      OpenedManifest opened,
      List<Hash32> digests,
      byte[] target,
      ChunkSource source,
      Progress progress)
      throws RefusedException {
    for (int i = 0; i < digests.size(); i++) {
      if (!progress.step(i, digests.size(), "reading the document")) {
        return false;
      }
      byte[] chunk = chunk(opened, i, digests, source);
      int offset = i * Blocks.CHUNK;
      if (chunk.length != Math.min(Blocks.CHUNK, target.length - offset)) {
        throw new RefusedException(Faults.WRONG_LENGTH);
      }
      System.arraycopy(chunk, 0, target, offset, chunk.length);
      Arrays.fill(chunk, (byte) 0);
    }
    return true;
  }

  private byte[] chunk(OpenedManifest opened, int index, List<Hash32> digests, ChunkSource source)
      throws RefusedException {
    byte[] block =
        switch (source.chunk(digests.get(index))) {
          case ChunkSource.Chunk.Found found -> found.block();
          case ChunkSource.Chunk.Unavailable missing -> throw new RefusedException(missing.fault());
        };
    if (!Digests.sha256(block).equals(digests.get(index))) {
      throw new RefusedException(Faults.WRONG_BYTES);
    }
    requireBlock(block, 1);
    byte[] associated = Blocks.chunkData(opened.reference().slot(), index, digests.size());
    try (SecretBytes key = opened.sealKey().chunkKey(index)) {
      return unpad(decrypt(key, associated, block, 1), Blocks.MAX_PADDED_CHUNK);
    }
  }

  private static void requireBlock(byte[] block, int head) throws RefusedException {
    if (block.length == 0 || block.length > Blocks.MAX_BLOCK || block.length < head + Blocks.TAG) {
      throw new RefusedException(Faults.NOT_AUTHENTIC);
    }
    if (block[0] != Blocks.VERSION) {
      throw new RefusedException(Faults.UNKNOWN_VERSION);
    }
  }

  private byte[] decrypt(SecretBytes key, byte[] associated, byte[] block, int offset)
      throws RefusedException {
    Optional<byte[]> plain = aesGcm.open(key, associated, block, offset);
    if (plain.isEmpty()) {
      throw new RefusedException(Faults.NOT_AUTHENTIC);
    }
    return plain.get();
  }

  private static byte[] unpad(byte[] padded, int most) throws RefusedException {
    Optional<byte[]> plain = Padding.unpad(padded, most);
    Arrays.fill(padded, (byte) 0);
    if (plain.isEmpty()) {
      throw new RefusedException(Faults.BAD_PADDING);
    }
    return plain.get();
  }
}
