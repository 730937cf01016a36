package org.chartseal.services.seal;

import org.chartseal.services.seal.internal.ByteSink;

/** Sizes and associated data of blocks (§3). */
final class Blocks {

  static final int VERSION = 1;
  static final int MAX_BLOCK = 524_288;
  static final int MAX_INLINE = 65_536;
  static final int CHUNK = 458_752;
  static final int SEED = 32;
  static final int TAG = 16;
  static final int MAX_PADDED_MANIFEST = MAX_BLOCK - 1 - SEED - TAG;
  static final int MAX_PADDED_CHUNK = MAX_BLOCK - 1 - TAG;

  private static final int MANIFEST_KIND = 1;
  private static final int CHUNK_KIND = 2;

  private Blocks() {}

  /** How many chunks a content of that length has. */
  static int chunks(int length) {
    return (length + CHUNK - 1) / CHUNK;
  }

  static byte[] manifestData(Slot slot) {
    return data(slot, MANIFEST_KIND, 0, true);
  }

  static byte[] chunkData(Slot slot, int index, int count) {
    return data(slot, CHUNK_KIND, index, index == count - 1);
  }

  private static byte[] data(Slot slot, int kind, int index, boolean last) {
    return ByteSink.labelled(Labels.BLOCK)
        .u8(VERSION)
        .put(slot.value().bytes())
        .u8(kind)
        .u32(index)
        .u8(last ? 1 : 0)
        .toByteArray();
  }
}
