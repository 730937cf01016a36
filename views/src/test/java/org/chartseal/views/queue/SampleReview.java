package org.chartseal.views.queue;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RuleSentences;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.desk.DecideOutcome;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.claim.ClaimReview;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.testing.SampleClaims;

/** Looks at made-up claims, and notes what was ordered. */
final class SampleReview implements ClaimReview {

  volatile Optional<RulingOrder> ordered = Optional.empty();
  private final SampleQueue desk;
  private final SampleClaims samples;

  SampleReview(SampleQueue desk) {
    this.desk = desk;
    this.samples = desk.samples;
  }

  @Override
  public List<LineEvidence> evidence(SubmittedClaim claim) {
    return claim.file().lines().stream()
        .map(line -> samples.evidence(line.sequence(), Optional.empty()))
        .toList();
  }

  @Override
  public PlanCeiling ceiling(ServiceLine line) {
    return PlanCeiling.of(samples.pack(), line);
  }

  @Override
  public RuleSentences rules() {
    return new RuleSentences(List.of(samples.pack()));
  }

  @Override
  public KeyHolder holder() {
    return desk.holder();
  }

  @Override
  public DecideOutcome decide(Pin pin, Set<Hash32> claims, Progress progress)
      throws RefusedException {
    return desk.decide(pin, claims, progress);
  }

  @Override
  public Decision rule(Pin pin, RulingOrder order, Progress progress) throws RefusedException {
    ordered = Optional.of(order);
    throw new RefusedException(new Fault("CS-RULING-13", "Another window was faster."));
  }
}
