package org.chartseal.services.claims;

import java.util.List;
import org.chartseal.services.seal.SignatureVerifier;

/** Decides claims from their inputs alone, now and in every replay alike. */
public final class Decider {

  private final SignatureVerifier verifier;

  public Decider(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /** Checks the evidence and runs the rules. */
  public Decision decide(DecisionInputs inputs, RulePack pack) {
    EvidenceCheck check = new EvidenceCheck(verifier, inputs.ledger(), inputs.settlement());
    List<LineEvidence> evidence = check.check(inputs.claim(), inputs.observation());
    AdjudicationInput input =
        new AdjudicationInput(
            inputs.claim().file(),
            evidence,
            inputs.coverage(),
            inputs.before(),
            inputs.billedBefore(),
            inputs.receivedOn());
    return new Decision(inputs, new Adjudicator(pack).adjudicate(input));
  }
}
