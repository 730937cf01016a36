package org.chartseal.services.identity;

import org.chartseal.services.seal.Fault;

/** What came of making or reading a patient's card. */
public sealed interface CardOutcome {

  /** A card whose signatures hold. */
  record Valid(SignedCard card) implements CardOutcome {}

  /** There is no card that could be believed. */
  record Refused(Fault fault) implements CardOutcome {}
}
