package org.chartseal.services.claims.desk;

import java.util.List;
import org.chartseal.services.claims.Money;
import org.chartseal.services.seal.Fault;

/** What came of looking for what is due, and of paying it. */
public sealed interface SettleOutcome {

  /**
   * Every decided claim was looked at, as far as the results say.
   *
   * @param results in the order in which the claims were received
   * @param pool what the insurer can pay with, as proven, less what is on its way
   * @param paying what {@link SettleResult.Due} or {@link SettleResult.Queued} take from it
   */
  record Done(List<SettleResult> results, Money pool, Money paying) implements SettleOutcome {
    public Done {
      results = List.copyOf(results);
    }
  }

  /** Nothing was paid. */
  record Failed(Fault fault) implements SettleOutcome {}
}
