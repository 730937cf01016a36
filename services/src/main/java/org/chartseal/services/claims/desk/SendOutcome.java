package org.chartseal.services.claims.desk;

import java.util.Optional;
import org.chartseal.services.seal.Fault;

/** What became of claims that were to be sent. */
public sealed interface SendOutcome {

  /**
   * They are signed and on their way.
   *
   * @param claims how many, with those that got another place; none when nothing waited
   * @param lost why a claim that lost its place to another console's still has none, if so
   */
  record Sent(int claims, Optional<Fault> lost) implements SendOutcome {}

  /** Nothing was sent; the drafts wait as before. */
  record Refused(Fault fault) implements SendOutcome {}
}
