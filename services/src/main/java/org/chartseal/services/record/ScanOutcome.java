package org.chartseal.services.record;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What came of reading lanes. */
public sealed interface ScanOutcome {

  /** Every lane of the streams asked for, read to its end. */
  record Scanned(List<LaneReading> lanes) implements ScanOutcome {}

  /** The ledger could not be read, or its proofs did not hold. */
  record Failed(Fault fault) implements ScanOutcome {}

  /** It was asked to stop. */
  record Stopped() implements ScanOutcome {}
}
