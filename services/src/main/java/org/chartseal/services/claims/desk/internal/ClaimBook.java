package org.chartseal.services.claims.desk.internal;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/**
 * What a hospital billed to one insurer, and what that decided.
 *
 * @param history of the hospital's own stream
 * @param claims in the order in which they were made
 * @param decisions by claim, the first that is proven for each
 * @param gaps why it may not be whole
 */
public record ClaimBook(
    History history, List<Own> claims, Map<Hash32, Decided> decisions, List<Doubt> gaps) {

  public ClaimBook {
    claims = List.copyOf(claims);
    decisions = Map.copyOf(decisions);
    gaps = List.copyOf(gaps);
  }

  /** A claim with how far its entry is. */
  public record Own(SubmittedClaim claim, Known known) {}

  /**
   * An insurer's decision as it was read.
   *
   * @param doubt why it may not be relied on, if so
   */
  public record Decided(Decision decision, DecisionFile file, Instant at, Optional<Doubt> doubt) {}

  /** Index of the hospital's next place in its stream of this year. */
  public int next() {
    return history.next();
  }

  /**
   * The same, once nothing that was billed is in doubt.
   *
   * @throws RefusedException CS-CLAIM-06 if something is
   */
  public ClaimBook sure() throws RefusedException {
    history.sure();
    return this;
  }
}
