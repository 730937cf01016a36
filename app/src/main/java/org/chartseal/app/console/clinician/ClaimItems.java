package org.chartseal.app.console.clinician;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.claims.desk.ClaimStanding;
import org.chartseal.services.claims.desk.ClaimState;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.record.Doubt;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;
import org.chartseal.views.inbox.ClaimItem;

/** Says of a hospital's claim what a person at its inbox reads. */
final class ClaimItems {

  private static final int SHORT = 16;

  private ClaimItems() {}

  static ClaimItem of(
      ClaimStanding standing,
      Map<PartyId, PatientCard> patients,
      Map<OrganisationId, String> insurers) {
    ClaimFile claim = standing.claim();
    return new ClaimItem(
        claim.claim(),
        Optional.ofNullable(patients.get(claim.patient()))
            .map(card -> card.person().name())
            .orElseGet(() -> claim.patient().value().hex().substring(0, SHORT)),
        insurers.getOrDefault(claim.insurer(), claim.insurer().toString()),
        claim.created(),
        claim.total(),
        stage(standing.state()),
        claim.lines().stream()
            .map(line ->
                new ClaimItem.Line(
                    line.sequence(), line.code(), line.display(), line.day(), line.billed()))
            .toList(),
        doubt(standing.state()),
        verdict(standing.state()));
  }

  private static ClaimItem.Stage stage(ClaimState state) {
    return switch (state) {
      case ClaimState.Draft draft -> ClaimItem.Stage.DRAFT;
      // It lost its place, and waits to be signed and sent again.
      case ClaimState.Sent(var job) when job == JobState.MOVED -> ClaimItem.Stage.DRAFT;
      case ClaimState.Sent sent -> ClaimItem.Stage.SENT;
      case ClaimState.Final received -> ClaimItem.Stage.RECEIVED;
      case ClaimState.Decided decided -> ClaimItem.Stage.DECIDED;
      case ClaimState.Paid paid -> ClaimItem.Stage.PAID;
    };
  }

  private static Optional<Doubt> doubt(ClaimState state) {
    return switch (state) {
      case ClaimState.Draft draft -> Optional.empty();
      case ClaimState.Sent sent -> Optional.empty();
      case ClaimState.Final(var at, var doubt) -> doubt;
      case ClaimState.Decided(var decision, var file, var at, var doubt) -> doubt;
      case ClaimState.Paid paid -> Optional.empty();
    };
  }

  private static Optional<ClaimItem.Verdict> verdict(ClaimState state) {
    return switch (state) {
      case ClaimState.Draft draft -> Optional.empty();
      case ClaimState.Sent sent -> Optional.empty();
      case ClaimState.Final received -> Optional.empty();
      case ClaimState.Decided(var decision, var file, var at, var doubt) ->
          Optional.of(verdict(decision, Optional.of(at), Optional.empty()));
      case ClaimState.Paid(var decision, var file, var payment) ->
          Optional.of(verdict(decision, Optional.empty(), Optional.of(payment)));
    };
  }

  private static ClaimItem.Verdict verdict(
      Decision decision, Optional<Instant> at, Optional<ClaimPayment> payment) {
    return new ClaimItem.Verdict(
        at,
        decision.result().lines(),
        decision.rulings().stream().map(SignedRuling::ruling).toList(),
        payment);
  }
}
