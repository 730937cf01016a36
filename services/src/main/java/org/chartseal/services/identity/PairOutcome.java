package org.chartseal.services.identity;

import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.PairSecret;

/** What came of agreeing on a pair's secret. */
public sealed interface PairOutcome {

  /** The secret is there. Whoever receives it closes it. */
  record Opened(PairSecret secret) implements PairOutcome {}

  /** The device did not agree. */
  record Refused(Fault fault) implements PairOutcome {}
}
