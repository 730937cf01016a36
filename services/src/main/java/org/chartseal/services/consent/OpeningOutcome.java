package org.chartseal.services.consent;

import java.util.List;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.record.RecordOutcome;
import org.chartseal.services.seal.Fault;

/** What came of opening a record. */
public sealed interface OpeningOutcome {

  /**
   * The patient's consent holds, the receipt is queued, and the record was read.
   *
   * @param terms of the grants under which it was opened
   * @param record how far reading went
   */
  record Opened(List<ConsentTerms> terms, RecordOutcome record) implements OpeningOutcome {
    public Opened {
      terms = List.copyOf(terms);
    }
  }

  /** Nothing was opened. */
  record Refused(Fault fault) implements OpeningOutcome {}
}
