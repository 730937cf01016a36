package org.chartseal.views.claim;

import java.util.List;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.claims.ClaimDeciding;

/** What looking at one claim needs of an insurer. */
public interface ClaimReview extends ClaimDeciding {

  /** What the chain says now about the evidence of a claim's lines, in the claim's order. */
  List<LineEvidence> evidence(SubmittedClaim claim) throws RefusedException;

  /** The most that the plan recognises of a line. */
  PlanCeiling ceiling(ServiceLine line);

  /** What the rules say of the lines that they decided. */
  RuleSentences rules();

  /**
   * Signs a person's ruling and makes it part of the decision.
   *
   * @return the decision with it
   * @throws RefusedException if the PIN is wrong, or nothing was ruled
   */
  Decision rule(Pin pin, RulingOrder order, Progress progress) throws RefusedException;
}
