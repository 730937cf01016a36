package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimOutcome;
import org.chartseal.services.seal.Fault;

/** What became of making a claim. */
public sealed interface MakeOutcome {

  /**
   * It waits in the outbox to be sent; its bill is signed.
   *
   * @param leftOut services of the encounter that are not billed, and why
   */
  record Drafted(ClaimFile claim, List<ClaimOutcome.LeftOut> leftOut) implements MakeOutcome {
    public Drafted {
      leftOut = List.copyOf(leftOut);
    }
  }

  /** No claim was made. */
  record Refused(Fault fault) implements MakeOutcome {}
}
