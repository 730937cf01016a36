package org.chartseal.services.outbox;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.services.blocks.BlockStore;
import org.chartseal.services.blocks.Cid;

/** Blocks in memory, on a disk that may be full. */
final class MemoryBlocks implements BlockStore {

  private final Map<Cid, byte[]> blocks = new ConcurrentHashMap<>();
  boolean full;

  @Override
  public PutOutcome put(byte[] block) {
    if (full) {
      return new PutOutcome.Failed("The disk is full.");
    }
    blocks.put(Cid.of(block), block);
    return new PutOutcome.Stored(Cid.of(block));
  }

  @Override
  public GetOutcome get(Cid cid) {
    byte[] block = blocks.get(cid);
    return block == null ? new GetOutcome.Missing(cid) : new GetOutcome.Found(block);
  }
}
