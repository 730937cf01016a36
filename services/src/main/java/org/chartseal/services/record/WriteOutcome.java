package org.chartseal.services.record;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What became of entries that were to be written. */
public sealed interface WriteOutcome {

  /**
   * The outbox holds them durably. An organisation's wait for their signature, a patient's are
   * signed.
   *
   * @param entries in the order of the drafts
   */
  record Queued(List<org.chartseal.services.outbox.Queued.QueuedEntry> entries)
      implements WriteOutcome {
    public Queued {
      entries = List.copyOf(entries);
    }
  }

  /** Nothing of it was queued. */
  record Refused(Fault fault) implements WriteOutcome {}
}
