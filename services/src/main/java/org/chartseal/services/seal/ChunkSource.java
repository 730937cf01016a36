package org.chartseal.services.seal;

/** Where the chunk blocks of an entry come from. It is not trusted: what it gives is hashed. */
@FunctionalInterface
public interface ChunkSource {

  /** Fetches the block with this sha256. */
  Chunk chunk(Hash32 digest);

  /** What a source answered. */
  sealed interface Chunk {
    /** These bytes, which nobody changes afterwards. */
    final class Found implements Chunk {
      private final byte[] block;

      /** Takes the array itself, which nobody changes afterwards. */
      public Found(byte[] block) {
        this.block = block;
      }

      /** The array itself. */
      byte[] block() {
        return block;
      }
    }

    /** It could not be fetched, and why. */
    record Unavailable(Fault fault) implements Chunk {}
  }
}
