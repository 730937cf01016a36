package org.chartseal.services.blocks;

/**
 * A store of immutable blocks under their content identifiers: a folder, an IPFS node. It is not
 * trusted; what comes out of it is hashed again.
 *
 * <p>Safe for use by several threads and several processes at once.
 */
public interface BlockStore {

  /** The largest block, in bytes, that a store must take (protocol §3). */
  int MAX_BLOCK = 524_288;

  /**
   * Stores a block durably: after the return it survives a loss of power. Storing what is already
   * there is a success.
   *
   * @throws IllegalArgumentException if the block is empty or longer than {@link #MAX_BLOCK}
   */
  PutOutcome put(byte[] block);

  /** Fetches a block and checks its bytes against the identifier. */
  GetOutcome get(Cid cid);

  /** What became of a block that was to be stored. */
  sealed interface PutOutcome {
    /** It is there, durably. */
    record Stored(Cid cid) implements PutOutcome {}

    /** It is not there; the reason is a sentence with no content and no path of a patient. */
    record Failed(String reason) implements PutOutcome {}
  }

  /** What a store answered. */
  sealed interface GetOutcome {
    /** The bytes, which do hash to the identifier; they are the caller's own. */
    @SuppressWarnings("ArrayRecordComponent") // half a megabyte, never compared
    record Found(byte[] block) implements GetOutcome {}

    /** The store answers that it does not hold it. */
    record Missing(Cid cid) implements GetOutcome {}

    /** The store gave other bytes than those asked for. */
    record Corrupt(Cid cid) implements GetOutcome {}

    /** The store could not be asked. */
    record Failed(Cid cid, String reason) implements GetOutcome {}
  }
}
