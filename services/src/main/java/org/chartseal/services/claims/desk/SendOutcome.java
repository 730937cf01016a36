package org.chartseal.services.claims.desk;

import org.chartseal.services.seal.Fault;

/** What became of claims that were to be sent. */
public sealed interface SendOutcome {

  /**
   * They are signed and on their way.
   *
   * @param claims how many; none when no draft waited
   */
  record Sent(int claims) implements SendOutcome {}

  /** Nothing was sent; the drafts wait as before. */
  record Refused(Fault fault) implements SendOutcome {}
}
