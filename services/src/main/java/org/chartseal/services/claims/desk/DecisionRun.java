package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.ClaimVerifier;
import org.chartseal.services.claims.Decider;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.DecisionInputs;
import org.chartseal.services.claims.LedgerObservation;
import org.chartseal.services.claims.SubmittedClaim;
import org.chartseal.services.claims.VerifyOutcome;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.MemberHistories;
import org.chartseal.services.claims.desk.internal.MemberHistory;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.RefusedException;

/** Decides claims one after the other, each from all that was decided before it. */
final class DecisionRun {

  private static final int ATTEMPTS = 5;
  private static final Fault OLD_BLOCK =
      new Fault(
          "CS-PAYER-05",
          "The newest block is too old to say whether the records still stand. Nothing was decided; try again when the network is well.");
  private static final Fault DECIDED =
      new Fault("CS-PAYER-06", "This claim is decided already. List the claims to see how.");
  private static final Fault MOVED_ON =
      new Fault(
          "CS-PAYER-07",
          "Another window is deciding claims of this member. This one was not decided; try again.");

  private final InstantSource clock;
  private final ClaimNetwork network;
  private final DecisionPost post;
  private final PayerRules rules;
  private final MemberHistories members;

  DecisionRun(
      InstantSource clock,
      ClaimQueue queue,
      ClaimNetwork network,
      OrganisationSession insurer,
      PayerRules rules,
      MemberHistories members) {
    this.clock = clock;
    this.network = network;
    this.post = new DecisionPost(queue, insurer);
    this.rules = rules;
    this.members = members;
  }

  DecideResult decide(ReceivedClaim received) {
    SubmittedClaim claim = received.claim().orElseThrow();
    Hash32 id = claim.file().claim();
    try {
      LedgerObservation observation = observe(claim);
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<DecideResult> result = tryDecide(received, claim, observation);
        if (result.isPresent()) {
          return result.get();
        }
      }
      return new DecideResult.Refused(id, MOVED_ON);
    } catch (RefusedException e) {
      return new DecideResult.Refused(id, e.fault());
    }
  }

  private LedgerObservation observe(SubmittedClaim claim) throws RefusedException {
    return switch (network.claimVerifier().verify(claim)) {
      case VerifyOutcome.Unavailable(var fault) -> throw new RefusedException(fault);
      case VerifyOutcome.Verified(LedgerObservation observation, var evidence) -> {
        if (!observation.current()) {
          throw new RefusedException(OLD_BLOCK);
        }
        yield observation;
      }
    };
  }

  /** Empty when another process decided about this member meanwhile. */
  private Optional<DecideResult> tryDecide(
      ReceivedClaim received, SubmittedClaim claim, LedgerObservation observation)
      throws RefusedException {
    Instant now = clock.instant();
    ClaimFile file = claim.file();
    Insured insured = Insured.of(file, rules.members());
    Optional<MemberHistory> history = Optional.empty();
    if (insured.told().isPresent()) {
      history = Optional.of(members.of(insured.told().get().card(), file, ClaimEntries.year(now)));
    }
    Decision decision =
        new Decider(network.verifier())
            .decide(inputs(received, claim, observation, insured, history), rules.pack());
    return switch (queue(received, decision, insured.told(), history, now)) {
      case WriteOutcome.Queued queued -> {
        insured.told().ifPresent(member -> members.decided(member.card(), decision));
        yield Optional.of(
            new DecideResult.Decided(file.claim(), decision, insured.told().isPresent()));
      }
      case WriteOutcome.Refused(var fault) -> {
        insured.told().ifPresent(member -> members.forget(member.card()));
        yield fault.equals(MOVED_ON)
            ? Optional.empty()
            : Optional.of(new DecideResult.Refused(file.claim(), fault));
      }
    };
  }

  private DecisionInputs inputs(
      ReceivedClaim received,
      SubmittedClaim claim,
      LedgerObservation observation,
      Insured insured,
      Optional<MemberHistory> history) {
    return new DecisionInputs(
        network.ledgerDeployment(),
        network.settlementDeployment(),
        claim,
        observation,
        insured.member().map(Member::coverage),
        history
            .map(known -> known.before(rules.pack().currency()))
            .orElseGet(() -> Accumulators.none(rules.pack().currency())),
        history.map(known -> known.billedBefore(claim.file())).orElse(Map.of()),
        LocalDate.ofInstant(received.receivedAt(), ZoneOffset.UTC));
  }

  private WriteOutcome queue(
      ReceivedClaim received,
      Decision decision,
      Optional<Member> told,
      Optional<MemberHistory> history,
      Instant now)
      throws RefusedException {
    DecisionFile file = withProofs(post.sign(decision, now), decision.inputs());
    Owner label = ClaimLabels.decision(decision.inputs().claim().file().claim());
    return post.queue(
        new DecisionPost.Letter(
            received.hospital(),
            told,
            decision,
            rules.attached().map(file::with).orElse(file),
            label,
            now),
        guard(label, history.map(MemberHistory::next)));
  }

  /** A node that serves the proofs no more takes nothing from the decision: its file says so. */
  private DecisionFile withProofs(DecisionFile file, DecisionInputs inputs) {
    return network
        .witness()
        .prove(inputs.observation().at(), ClaimVerifier.query(inputs.claim()))
        .map(file::with)
        .orElse(file);
  }

  /**
   * The places are taken only if no other process has decided this claim, nor another claim of the
   * same member since its history was read: deductibles are used up once.
   */
  private static QueueGuard guard(Owner label, Optional<Integer> next) {
    return (held, places) -> {
      if (!held.ofOwner(label).isEmpty()) {
        return Optional.of(DECIDED);
      }
      boolean same = next.isEmpty() || places.getLast().place().n() == next.get();
      return same ? Optional.empty() : Optional.of(MOVED_ON);
    };
  }
}
