package org.chartseal.services.seal;

/** What became of a manifest block that was to be opened. */
public sealed interface OpenOutcome {

  /** It is what it should be. Whoever receives it closes it. */
  record Opened(OpenedManifest manifest) implements OpenOutcome {}

  /** It is not, and nothing of it may be used. */
  record Refused(Fault fault) implements OpenOutcome {}
}
