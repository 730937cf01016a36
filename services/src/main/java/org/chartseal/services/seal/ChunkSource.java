package org.chartseal.services.seal;

/** Where the chunk blocks of an entry come from. It is not trusted: what it gives is hashed. */
@FunctionalInterface
public interface ChunkSource {

  /** Fetches the block with this sha256. */
  Chunk chunk(Hash32 digest);

  /** What a source answered. */
  sealed interface Chunk {
    /** These bytes, which nobody changes afterwards. */
    @SuppressWarnings("ArrayRecordComponent") // half a megabyte, never compared
    record Found(byte[] block) implements Chunk {}

    /** It could not be fetched, and why. */
    record Unavailable(Fault fault) implements Chunk {}
  }
}
