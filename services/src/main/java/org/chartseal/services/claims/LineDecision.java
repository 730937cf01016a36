package org.chartseal.services.claims;

import java.util.List;
import java.util.Optional;

/**
 * What was decided about one line, and why.
 *
 * @param sequence the line's number in the claim
 * @param rule the row that decided whether the line is payable
 * @param sharing the row that decided how it is shared, for approved lines
 * @param adjustments why the payer does not pay all of it; together with the payer's and the
 *     pending part the billed amount
 * @param explanation a sentence for people
 * @param change what would change it, for denied lines
 * @param evidence what the decision rests on
 * @param byRules what the rules had come to, where a person ruled in their stead
 */
public record LineDecision(
    int sequence,
    Outcome outcome,
    LineAmounts amounts,
    List<Adjustment> adjustments,
    RuleReference rule,
    Optional<RuleReference> sharing,
    String explanation,
    Optional<String> change,
    LineEvidence evidence,
    Optional<RulesOutcome> byRules) {

  public LineDecision {
    adjustments = List.copyOf(adjustments);
  }
}
