package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.Decision;
import org.chartseal.services.seal.Fault;

/** What came of a person's ruling. */
public sealed interface RulingOutcome {

  /**
   * It is part of the decision, which is signed and on its way.
   *
   * @param told whether the patient gets an explanation
   */
  record Ruled(Decision decision, boolean told) implements RulingOutcome {}

  /**
   * The decision with it waits in the outbox, and the device did not sign its entries. Deciding
   * claims signs them.
   */
  record Unsigned(Decision decision, Fault fault) implements RulingOutcome {}

  /** Nothing was ruled. */
  record Refused(Fault fault) implements RulingOutcome {}
}
