package org.chartseal.services.claims.desk;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.ClaimVerifier;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.Settlement;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.VerifyOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/** Looks at the records behind a payment once more, just before it is signed (DESIGN §3.4). */
final class EvidenceGate {

  private static final Fault OLD_BLOCK =
      new Fault(
          "CS-SETTLE-06",
          "The newest block is too old to say whether the records still stand. Nothing was paid; try again when the network is well.");

  private final ClaimVerifier verifier;

  EvidenceGate(ClaimVerifier verifier) {
    this.verifier = verifier;
  }

  /** Why the payment must not be made, if so. */
  Optional<Fault> objection(Decision decision, Settlement settlement) {
    SubmittedClaim claim = decision.inputs().claim();
    return switch (verifier.verify(claim)) {
      case VerifyOutcome.Unavailable(var fault) -> Optional.of(fault);
      case VerifyOutcome.Verified(var observation, var evidence) ->
          observation.current()
              ? evidence.stream()
                  .filter(line -> paid(claim, settlement).contains(line.sequence()))
                  .filter(line -> !stands(decision, line))
                  .findFirst()
                  .map(EvidenceGate::fault)
              : Optional.of(OLD_BLOCK);
    };
  }

  /** What a person has approved they approved as it was found then; it must not be worse now. */
  private static boolean stands(Decision decision, LineEvidence now) {
    return decision.result().lines().stream()
        .filter(line -> line.sequence() == now.sequence() && line.byRules().isPresent())
        .map(LineDecision::evidence)
        .findFirst()
        .map(then -> isAsGood(then, now))
        .orElse(now.holds());
  }

  private static boolean isAsGood(LineEvidence then, LineEvidence now) {
    for (EvidenceKind kind : EvidenceKind.values()) {
      Finding.State state = now.finding(kind).state();
      if (state != Finding.State.HOLDS && state != then.finding(kind).state()) {
        return false;
      }
    }
    return true;
  }

  private static Set<Integer> paid(SubmittedClaim claim, Settlement settlement) {
    Set<Hash32> nullifiers = new HashSet<>();
    settlement.lines().forEach(line -> nullifiers.add(line.paid().nullifier()));
    Set<Integer> sequences = new HashSet<>();
    for (ServiceLine line : claim.file().lines()) {
      if (nullifiers.contains(line.nullifier())) {
        sequences.add(line.sequence());
      }
    }
    return sequences;
  }

  private static Fault fault(LineEvidence line) {
    String why = "";
    for (EvidenceKind kind : EvidenceKind.values()) {
      Finding finding = line.finding(kind);
      if (finding.state() != Finding.State.HOLDS
          && (why.isEmpty() || finding.state() == Finding.State.FAILS)) {
        why = finding.detail();
      }
    }
    return new Fault(
        "CS-SETTLE-07",
        "The record behind line "
            + line.sequence()
            + " does not hold any more: "
            + why
            + " Nothing of this claim was paid; ask the hospital about it.");
  }
}
