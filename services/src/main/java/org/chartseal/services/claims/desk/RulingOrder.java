package org.chartseal.services.claims.desk;

import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Money;
import org.chartseal.services.seal.Hash32;

/**
 * What a person of the insurer wants to rule.
 *
 * @param line number of the line
 * @param reason in the person's words; hospital and patient read it
 * @param person who rules, as they call themselves
 */
public record RulingOrder(Hash32 claim, int line, Wish wish, String reason, String person) {

  /** How the line is to be decided. */
  public sealed interface Wish {
    /** Payable, with all that the plan recognises of it. */
    record ApproveListed() implements Wish {}

    /** Payable, with this much recognised of it. */
    record Approve(Money allowed) implements Wish {}

    /** Not payable. */
    record Deny(AdjustmentReason code) implements Wish {}
  }
}
