package org.chartseal.services.seal;

import java.util.List;

/** The blocks of a sealed entry. They are stored and sent again after a crash, never made again. */
public final class SealedEntry {

  private final EntryReference reference;
  private final byte[] manifestBlock;
  private final List<byte[]> chunkBlocks;

  SealedEntry(EntryReference reference, byte[] manifestBlock, List<byte[]> chunkBlocks) {
    this.reference = reference;
    this.manifestBlock = manifestBlock;
    this.chunkBlocks = List.copyOf(chunkBlocks);
  }

  /** Slot, manifest digest and content root. */
  public EntryReference reference() {
    return reference;
  }

  public Slot slot() {
    return reference.slot();
  }

  public Hash32 manifestDigest() {
    return reference.manifestDigest();
  }

  public Hash32 contentRoot() {
    return reference.contentRoot();
  }

  public Hash32 recordDigest() {
    return reference.recordDigest();
  }

  /** A copy of the manifest block. */
  public byte[] manifestBlock() {
    return manifestBlock.clone();
  }

  /** Copies of the chunk blocks, in order; none if the content is in the manifest. */
  public List<byte[]> chunkBlocks() {
    return chunkBlocks.stream().map(byte[]::clone).toList();
  }
}
