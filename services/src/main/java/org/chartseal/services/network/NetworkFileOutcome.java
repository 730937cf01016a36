package org.chartseal.services.network;

import org.chartseal.services.seal.Fault;

/** What became of a network file that was to be read. */
public sealed interface NetworkFileOutcome {

  /** It is there, and understood. */
  record Loaded(NetworkFile file) implements NetworkFileOutcome {}

  /** There is none yet. */
  record Missing() implements NetworkFileOutcome {}

  /** It is no network file, or of a version that is not known. */
  record Refused(Fault fault) implements NetworkFileOutcome {}
}
