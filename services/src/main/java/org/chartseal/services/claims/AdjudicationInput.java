package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.seal.Hash32;

/**
 * All that a decision depends on, the rule pack apart.
 *
 * @param evidence what was found about each line; a line without counts as unknown
 * @param coverage of the member when the service was rendered, if there is one
 * @param before what the member had paid when the claim came up
 * @param billedBefore nullifiers of this claim's lines that an earlier claim was approved for, and
 *     by which claim
 * @param receivedOn when the insurer received the claim
 */
public record AdjudicationInput(
    ClaimFile claim,
    List<LineEvidence> evidence,
    Optional<Coverage> coverage,
    Accumulators before,
    Map<Hash32, Hash32> billedBefore,
    LocalDate receivedOn) {

  public AdjudicationInput {
    evidence = List.copyOf(evidence);
    billedBefore = Map.copyOf(billedBefore);
  }

  /** What a decision depends on, once its evidence was checked. */
  public static AdjudicationInput of(DecisionInputs inputs, List<LineEvidence> evidence) {
    return new AdjudicationInput(
        inputs.claim().file(),
        evidence,
        inputs.coverage(),
        inputs.before(),
        inputs.billedBefore(),
        inputs.receivedOn());
  }

  /** What was found about a line. */
  public LineEvidence evidence(ServiceLine line) {
    return evidence.stream()
        .filter(e -> e.sequence() == line.sequence())
        .findFirst()
        .orElse(new LineEvidence(line.sequence(), "", Map.of()));
  }
}
