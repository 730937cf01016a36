package org.chartseal.app.console.insurer;

import java.util.List;
import java.util.Set;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.ClaimVerifier;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceCheck;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.VerifyOutcome;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.claims.desk.RulingOutcome;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.claim.ClaimReview;
import org.chartseal.views.kit.dialog.KeyHolder;

/** Looking at one claim, and ruling on it. */
public final class InsurerReview implements ClaimReview {

  private final InsurerSeat seat;
  private final ClaimVerifier verifier;

  public InsurerReview(InsurerSeat seat) {
    this.seat = seat;
    Workspace workspace = seat.workspace();
    this.verifier =
        new ClaimVerifier(
            workspace.network().ledger(),
            new EvidenceCheck(
                workspace.crypto().verifier(),
                workspace.deployment(),
                workspace.network().file().ledger().settlementDeployment()));
  }

  @Override
  public List<LineEvidence> evidence(SubmittedClaim claim) throws RefusedException {
    return switch (verifier.verify(claim)) {
      case VerifyOutcome.Unavailable(var fault) -> throw new RefusedException(fault);
      case VerifyOutcome.Verified verified -> verified.evidence();
    };
  }

  @Override
  public PlanCeiling ceiling(ServiceLine line) {
    return PlanCeiling.of(seat.workspace().claims().rules().pack(), line);
  }

  @Override
  public RuleSentences rules() {
    return seat.workspace().claims().rules().sentences();
  }

  @Override
  public KeyHolder holder() {
    return seat.holder();
  }

  @Override
  public DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress)
      throws RefusedException {
    return new RuleRun(seat).decide(pin, claims, progress);
  }

  @Override
  public Decision rule(Pin pin, RulingOrder order, Progress progress) throws RefusedException {
    RulingOutcome outcome =
        seat.sign(
            pin,
            session ->
                seat.workspace().claims().rulings().rule(session, order, seat.rules(), progress));
    return switch (outcome) {
      case RulingOutcome.Ruled(Decision decision, var told) -> decision;
      case RulingOutcome.Unsigned(var decision, var fault) -> throw new RefusedException(fault);
      case RulingOutcome.Refused(var fault) -> throw new RefusedException(fault);
    };
  }
}
