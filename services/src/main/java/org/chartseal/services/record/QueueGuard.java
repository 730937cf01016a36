package org.chartseal.services.record;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.seal.Fault;

/**
 * Has a last word before entries take their places. Places that another process takes meanwhile are
 * offered anew, and the guard is asked again: what holds for the places that it agreed to still
 * holds when the entries are in the outbox.
 */
@FunctionalInterface
public interface QueueGuard {

  /** No objection to any place. */
  QueueGuard NONE = positions -> Optional.empty();

  /**
   * Why nothing is to be queued, if so.
   *
   * @param positions the places on offer, in the order of the entries
   */
  Optional<Fault> objection(List<Position> positions);
}
