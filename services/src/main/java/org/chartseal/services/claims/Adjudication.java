package org.chartseal.services.claims;

import java.util.List;

/**
 * The decision about a claim before it is signed.
 *
 * @param lines in the claim's order, one for each
 * @param after the accumulators once the approved lines count
 */
public record Adjudication(PackId pack, List<LineDecision> lines, Accumulators after) {

  public Adjudication {
    lines = List.copyOf(lines);
  }

  /** The sums over all lines. */
  public LineAmounts totals() {
    return lines.stream()
        .map(LineDecision::amounts)
        .reduce(LineAmounts::plus)
        .orElseThrow(() -> new IllegalStateException("a claim has lines"));
  }

  /** Whether nothing waits for a person. */
  public boolean isComplete() {
    return lines.stream().noneMatch(line -> line.outcome() == Outcome.NEEDS_PERSON);
  }
}
