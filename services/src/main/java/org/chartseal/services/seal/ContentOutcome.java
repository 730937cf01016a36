package org.chartseal.services.seal;

/** What became of a content that was to be read. */
public sealed interface ContentOutcome {

  /** It is whole, and its bytes are those that the manifest names. */
  record Read(Content content) implements ContentOutcome {}

  /** It is not, and nothing of it may be used. */
  record Refused(Fault fault) implements ContentOutcome {}

  /** The progress asked for a stop. */
  record Stopped() implements ContentOutcome {}
}
