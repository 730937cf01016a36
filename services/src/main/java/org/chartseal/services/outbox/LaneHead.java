package org.chartseal.services.outbox;

import java.util.Optional;
import org.chartseal.services.seal.EntryDigests;

/**
 * Where a lane goes on.
 *
 * @param next the first empty index
 * @param previous the digests of the entry before it; absent only for index 0
 */
public record LaneHead(int next, Optional<EntryDigests> previous) {

  /** The head of a lane in which nothing was written. */
  public static final LaneHead EMPTY = new LaneHead(0, Optional.empty());

  /**
   * @throws IllegalArgumentException if an entry has no predecessor, or the first one has
   */
  public LaneHead {
    if (next < 0 || (next == 0) == previous.isPresent()) {
      throw new IllegalArgumentException("index " + next + " and its predecessor do not fit");
    }
  }
}
