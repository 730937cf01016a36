package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What came of looking for claims. */
public sealed interface InboxOutcome {

  /**
   * The hospitals' streams were read.
   *
   * @param claims in the order in which they were received
   */
  record Read(List<ReceivedClaim> claims) implements InboxOutcome {
    public Read {
      claims = List.copyOf(claims);
    }
  }

  /** They could not be read; nothing may be decided. */
  record Failed(Fault fault) implements InboxOutcome {}
}
