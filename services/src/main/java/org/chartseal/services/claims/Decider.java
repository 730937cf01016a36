package org.chartseal.services.claims;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.internal.RuledLine;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.services.seal.SignatureVerifier;

/** Decides claims from their inputs alone, now and in every replay alike. */
public final class Decider {

  private static final Fault FORGED =
      new Fault(
          "CS-RULING-01",
          "A person's ruling in the decision was changed, or is about another decision. Ask the insurer for the file again.");

  private final SignatureVerifier verifier;

  public Decider(SignatureVerifier verifier) {
    this.verifier = verifier;
  }

  /** Checks the evidence and runs the rules. */
  public Decision decide(DecisionInputs inputs, RulePack pack) {
    EvidenceCheck check = new EvidenceCheck(verifier, inputs.ledger(), inputs.settlement());
    List<LineEvidence> evidence = check.check(inputs.claim(), inputs.observation());
    AdjudicationInput input = AdjudicationInput.of(inputs, evidence);
    return Decision.byRules(inputs, new Adjudicator(pack).adjudicate(input));
  }

  /**
   * Looks at whether a ruling may be made, before anybody signs it.
   *
   * @return what the decision comes to with it
   * @throws RefusedException CS-RULING-01 if it is about another decision, CS-RULING-02 to 06 if
   *     the evidence or the plan does not allow it
   */
  public Adjudication preview(Decision decision, RulePack pack, Ruling ruling)
      throws RefusedException {
    if (!ruling.on().equals(decision.digest())) {
      throw new RefusedException(FORGED);
    }
    return new RuledLine(decision, pack, ruling).apply();
  }

  /**
   * The decision with one more ruling.
   *
   * @throws RefusedException as {@link #preview}, and CS-RULING-01 if it is not signed
   */
  public Decision rule(Decision decision, RulePack pack, SignedRuling signed)
      throws RefusedException {
    if (!signed.verify(verifier)) {
      throw new RefusedException(FORGED);
    }
    Adjudication ruled = preview(decision, pack, signed.ruling());
    List<SignedRuling> rulings = new ArrayList<>(decision.rulings());
    rulings.add(signed);
    return new Decision(decision.inputs(), ruled, rulings);
  }
}
