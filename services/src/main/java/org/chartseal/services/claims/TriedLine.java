package org.chartseal.services.claims;

import org.chartseal.services.seal.Hash32;

/**
 * A line that was decided, and what it would come to by another rule pack.
 *
 * @param before as it was decided; where a person ruled, as that person did
 * @param after by the other pack alone
 */
public record TriedLine(
    Hash32 claim, ServiceLine line, LineDecision before, LineDecision after, Effect effect) {

  /** What would change. */
  public enum Effect {
    /** Nothing: not the outcome, not an amount, not a reason code. */
    UNCHANGED,
    /** It would be approved, and was not. */
    APPROVE,
    /** It would be denied, and was not. */
    DENY,
    /** It would be left to a person, and was decided. */
    PERSON,
    /** The plan would pay more of it. */
    MORE,
    /** The plan would pay less of it. */
    LESS,
    /** The plan would pay the same, and the rest be shared or reasoned otherwise. */
    OTHERWISE
  }

  static TriedLine of(Hash32 claim, ServiceLine line, LineDecision before, LineDecision after) {
    return new TriedLine(claim, line, before, after, effect(before, after));
  }

  private static Effect effect(LineDecision before, LineDecision after) {
    // A person ruled over this very outcome, and would have been asked again.
    if (before.byRules().map(RulesOutcome::outcome).filter(after.outcome()::equals).isPresent()) {
      return Effect.UNCHANGED;
    }
    if (before.outcome() != after.outcome()) {
      return switch (after.outcome()) {
        case APPROVED -> Effect.APPROVE;
        case DENIED -> Effect.DENY;
        case NEEDS_PERSON -> Effect.PERSON;
      };
    }
    int pays = after.amounts().payer().compareTo(before.amounts().payer());
    if (pays != 0) {
      return pays > 0 ? Effect.MORE : Effect.LESS;
    }
    return after.amounts().equals(before.amounts())
            && after.adjustments().equals(before.adjustments())
        ? Effect.UNCHANGED
        : Effect.OTHERWISE;
  }
}
