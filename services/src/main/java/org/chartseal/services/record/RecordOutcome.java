package org.chartseal.services.record;

import java.util.List;
import org.chartseal.services.ledger.BlockRef;
import org.chartseal.services.seal.Fault;

/** What came of opening a record. */
public sealed interface RecordOutcome {

  /**
   * It was read to the end.
   *
   * @param at the block against which everything is proven
   * @param entries how many entries were given out
   * @param gaps why it may not be called complete; empty when it is complete for the streams asked
   *     for
   */
  record Opened(BlockRef at, long entries, List<Fault> gaps) implements RecordOutcome {
    public Opened {
      gaps = List.copyOf(gaps);
    }

    /** Whether every lane of the streams asked for was read to its end and in order. */
    public boolean complete() {
      return gaps.isEmpty();
    }
  }

  /** It could not be read, or not to the end; what was given out before stays as it is. */
  record Failed(Fault fault) implements RecordOutcome {}

  /** It was asked to stop. */
  record Stopped() implements RecordOutcome {}
}
