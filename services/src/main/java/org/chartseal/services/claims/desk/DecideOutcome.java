package org.chartseal.services.claims.desk;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.seal.Fault;

/** What came of deciding claims. */
public sealed interface DecideOutcome {

  /**
   * Every claim was looked at as far as the results say, and what was decided is signed and on its
   * way.
   *
   * @param results in the order in which the claims were received
   * @param lost why something that lost its place to another console's still has none, if so
   */
  record Done(List<DecideResult> results, DecideSummary summary, Optional<Fault> lost)
      implements DecideOutcome {
    public Done {
      results = List.copyOf(results);
    }
  }

  /**
   * Decisions were made and wait in the outbox, and the device did not sign them. Deciding again
   * signs them and decides nothing twice.
   */
  record Unsigned(List<DecideResult> results, DecideSummary summary, Fault fault)
      implements DecideOutcome {
    public Unsigned {
      results = List.copyOf(results);
    }
  }

  /** Nothing was decided. */
  record Failed(Fault fault) implements DecideOutcome {}
}
