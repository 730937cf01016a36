package org.chartseal.services.seal;

/** The outcome of one check of evidence. */
public sealed interface Check {

  /** The evidence says what it should. */
  record Passed() implements Check {}

  /** It does not, and this is why. */
  record Failed(Fault fault) implements Check {}
}
