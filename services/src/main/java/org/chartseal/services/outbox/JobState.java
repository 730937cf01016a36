package org.chartseal.services.outbox;

/** How far a job is. The order of the first five is the way it goes. */
public enum JobState {
  /** Held durably, not signed: it waits for the PIN. */
  DRAFT,
  /** Signed; the user may be told so, and nothing that follows can lose it. */
  SIGNED,
  /** Its blocks are durable in the block store. */
  STORED,
  /** A node has taken the transaction. */
  SUBMITTED,
  /** Proven on chain and deep enough. */
  FINAL,
  /**
   * Another entry stands in its slot: it has to be sealed for the next place and signed anew, which
   * takes its owner's PIN.
   */
  MOVED,
  /** It cannot go on as it was signed; the fault says why. Signing it anew lets it go on. */
  FAILED
}
