package org.chartseal.services.record;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.seal.Fault;

/**
 * Has a last word before entries take their places. It is asked before anything is sealed, and once
 * more in the transaction that takes the places: what it agreed to still holds when the entries are
 * in the outbox.
 */
@FunctionalInterface
public interface QueueGuard {

  /** No objection to any place. */
  QueueGuard NONE = (held, positions) -> Optional.empty();

  /**
   * Why nothing is to be queued, if so.
   *
   * @param held what the outbox holds at that moment; nothing else of it may be used
   * @param positions the places on offer, in the order of the entries
   */
  Optional<Fault> objection(HeldJobs held, List<Position> positions);
}
