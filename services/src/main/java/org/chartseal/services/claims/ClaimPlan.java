package org.chartseal.services.claims;

import java.util.List;

/**
 * What of an entry can be billed now, before anything is made or signed.
 *
 * @param lines in the order of the content; none if nothing is left to bill
 * @param leftOut services that are in the record and would not be in the claim
 */
public record ClaimPlan(List<ServiceLine> lines, List<ClaimOutcome.LeftOut> leftOut) {

  public ClaimPlan {
    lines = List.copyOf(lines);
    leftOut = List.copyOf(leftOut);
  }
}
