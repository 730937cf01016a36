package org.chartseal.services.outbox;

import java.util.Set;

/**
 * Asks for a place for one entry.
 *
 * @param after jobs that must be final before this one is sent
 */
public record EntryRequest(LaneKey lane, LaneUse use, Owner owner, Set<JobId> after) {

  public EntryRequest {
    after = Set.copyOf(after);
  }

  /** A request for a place in a lane of this outbox's own, waiting for nothing. */
  public static EntryRequest own(LaneKey lane, Owner owner) {
    return new EntryRequest(lane, LaneUse.OWN, owner, Set.of());
  }
}
