package org.chartseal.views.decided;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.ReplayOutcome;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.testing.SampleClaims;

/** Decisions about made-up claims: paid, decided, and denied ones. */
final class SampleDecided implements DecidedDesk {

  final SampleClaims samples = new SampleClaims();
  private final List<ReceivedClaim> claims = new ArrayList<>();

  SampleDecided(int count) {
    for (ReceivedClaim open : samples.open(count)) {
      int i = claims.size();
      Decision decision =
          samples.decide(open, i % 3 == 1 ? Optional.of(EvidenceKind.SIGNATURE) : Optional.empty());
      Money payer = decision.result().totals().payer();
      Standing standing =
          i % 3 == 0
              ? new Standing.Paid(
                  decision,
                  new ClaimPayment(
                      payer, Money.zero(payer.currency()), List.of(Hash32.ofHex("ab".repeat(32)))))
              : new Standing.Decided(decision, i % 3 == 2);
      claims.add(samples.with(open, standing));
    }
  }

  @Override
  public boolean moved() {
    return false;
  }

  @Override
  public List<ReceivedClaim> received(Progress progress) {
    return List.copyOf(claims);
  }

  @Override
  public Replayed replay(ReceivedClaim claim, Progress progress) {
    return new Replayed(
        new ReplayOutcome.Differs(
            samples.decide(claim, Optional.empty()),
            List.of(new ReplayOutcome.Difference(1, "payer", "\"10.00\"", "\"12.00\""))),
        Optional.empty());
  }

  @Override
  public void writeDecision(ReceivedClaim claim, Path file, Progress progress)
      throws RefusedException {
    throw full();
  }

  private static RefusedException full() {
    return new RefusedException(new Fault("CS-FILE-03", "The file could not be written."));
  }
}
