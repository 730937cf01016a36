package org.chartseal.services.record.internal;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.Position;
import org.chartseal.services.outbox.Sealing;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.seal.Fault;

/**
 * Seals what a guard does not object to.
 *
 * @param outbox as it is when nobody has signed yet
 */
public record GuardedSealing(HeldJobs outbox, QueueGuard guard, Sealing sealing)
    implements Sealing {

  @Override
  public Outcome seal(List<Position> positions) {
    return guard
        .objection(outbox, positions)
        .<Outcome>map(Outcome.Stopped::new)
        .orElseGet(() -> sealing.seal(positions));
  }

  @Override
  public Optional<Fault> objection(HeldJobs held, List<Position> positions) {
    return guard.objection(held, positions);
  }
}
