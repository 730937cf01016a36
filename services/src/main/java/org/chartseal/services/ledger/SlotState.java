package org.chartseal.services.ledger;

/** What is proven to stand in a slot. */
public sealed interface SlotState {

  /** Nothing: proven by exclusion from the contract's storage. */
  record Empty() implements SlotState {}

  /** This word. */
  record Filled(Word word) implements SlotState {}
}
