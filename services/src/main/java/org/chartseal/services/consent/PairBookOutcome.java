package org.chartseal.services.consent;

import org.chartseal.services.seal.Fault;

/** What came of reading a pair's book. */
public sealed interface PairBookOutcome {

  /** It was read. Whoever receives it closes it. */
  record Read(PairBook book) implements PairBookOutcome {}

  /** It could not be read, so that nothing is known of consent. */
  record Failed(Fault fault) implements PairBookOutcome {}
}
