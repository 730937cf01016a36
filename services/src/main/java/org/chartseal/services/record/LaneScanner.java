package org.chartseal.services.record;

import java.util.List;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.record.internal.LaneWalk;
import org.chartseal.services.seal.Progress;

/**
 * Reads lanes to their ends with proofs (DESIGN §3.5): each to two places beyond its first empty
 * one.
 *
 * <p>All lanes advance together, so that the number of round trips grows with the logarithm of the
 * longest lane, not with the number of streams.
 */
public final class LaneScanner {

  private final ProvenLedger ledger;

  public LaneScanner(ProvenLedger ledger) {
    this.ledger = ledger;
  }

  /** Reads all lanes of the streams at one block. */
  public ScanOutcome scan(BlockRef at, List<StreamAccess> streams, Progress progress) {
    LaneWalk walk = new LaneWalk(ledger, at);
    return switch (walk.lanes(streams)) {
      case LaneWalk.Lanes.Failed(var fault) -> new ScanOutcome.Failed(fault);
      case LaneWalk.Lanes.Found(var lanes) -> walk.prove(lanes, progress);
    };
  }
}
