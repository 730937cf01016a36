package org.chartseal.services.claims;

import java.util.Optional;

/**
 * The most that a plan recognises of a line.
 *
 * @param listed whether the plan lists a price; if not, it is what was billed
 */
public record PlanCeiling(Money most, boolean listed) {

  /** The ceiling of a line. */
  public static PlanCeiling of(RulePack pack, ServiceLine line) {
    Optional<Money> price =
        pack.terms(line.category(), line.code(), line.day())
            .price()
            .filter(listed -> listed.currency().equals(line.billed().currency()));
    return new PlanCeiling(
        price.map(listed -> line.billed().min(listed)).orElse(line.billed()), price.isPresent());
  }
}
