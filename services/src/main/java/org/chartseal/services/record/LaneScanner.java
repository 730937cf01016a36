package org.chartseal.services.record;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.ledger.HeadOutcome;
import org.chartseal.services.ledger.NewestBlock;
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

  /** Reads all lanes of the streams at a recent block; without one it fails. */
  public ScanOutcome scan(List<StreamAccess> streams, Progress progress) {
    return new NewestBlock(ledger)
        .read(
            head ->
                switch (head) {
                  case HeadOutcome.NoAgreement(var fault, var faults) ->
                      new ScanOutcome.Failed(fault);
                  case HeadOutcome.Stale(var block, var reason, var faults) ->
                      new ScanOutcome.Failed(reason);
                  case HeadOutcome.Agreed(var block, var faults) -> scan(block, streams, progress);
                },
            outcome ->
                outcome instanceof ScanOutcome.Failed(var fault)
                    ? Optional.of(fault)
                    : Optional.empty());
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
