package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.seal.Fault;

/** What became of verifying a claim's evidence. */
public sealed interface VerifyOutcome {

  /**
   * Everything was looked at.
   *
   * @param evidence the findings about each line, good or bad
   */
  record Verified(LedgerObservation observation, List<LineEvidence> evidence)
      implements VerifyOutcome {}

  /**
   * The ledger could not be read, or its endpoints lie. Nothing is known, and nothing may be
   * decided.
   */
  record Unavailable(Fault fault) implements VerifyOutcome {}
}
