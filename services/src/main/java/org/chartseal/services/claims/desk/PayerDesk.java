package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.Decisions;
import org.chartseal.services.claims.desk.internal.Histories;
import org.chartseal.services.claims.desk.internal.MemberHistories;
import org.chartseal.services.claims.desk.internal.PayerInbox;
import org.chartseal.services.claims.desk.internal.PaymentBook;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * An insurer's side: the claims that came in, and deciding them. Each claim is decided once, from
 * proven evidence, in the order of receipt.
 */
public final class PayerDesk {

  private static final Fault UNKNOWN =
      new Fault("CS-PAYER-04", "No claim of this number waits here. List the claims that do.");

  private final ClaimSources sources;
  private final ClaimQueue queue;
  private final ClaimNetwork network;
  private final Histories histories;
  private final Decisions decisions;
  private final PayerInbox inbox;
  private final LostPlaces places;

  public PayerDesk(ClaimSources sources, ClaimQueue queue, ClaimNetwork network) {
    this.sources = sources;
    this.queue = queue;
    this.network = network;
    this.histories = new Histories(sources.records(), sources.queued());
    this.decisions = new Decisions(network.verifier());
    this.inbox = new PayerInbox(histories, decisions);
    this.places = new LostPlaces(sources, queue, ClaimLabels.DECISION);
  }

  /** The claims of all hospitals of this year and the last, with their verdicts and payments. */
  public InboxOutcome inbox(OrganisationSession insurer, Progress progress) {
    try {
      List<ReceivedClaim> received = received(insurer, progress);
      PaymentBook paid =
          new Payments(network.ledger(), network.settlement())
              .book(
                  received.stream()
                      .map(ReceivedClaim::standing)
                      .filter(ReceivedClaim.Standing.Decided.class::isInstance)
                      .map(ReceivedClaim.Standing.Decided.class::cast)
                      .map(ReceivedClaim.Standing.Decided::decision)
                      .toList());
      return new InboxOutcome.Read(received.stream().map(claim -> claim.with(paid)).toList());
    } catch (RefusedException e) {
      return new InboxOutcome.Failed(e.fault());
    }
  }

  /** Decides every claim that is open. */
  public DecideOutcome decideAll(OrganisationSession insurer, PayerRules rules, Progress progress) {
    return decide(insurer, claim -> true, owner -> true, Set.of(), rules, progress);
  }

  /**
   * Decides these claims. What was decided of them and lost its place is sent again, as is what
   * their members' deductibles count on; nothing else is.
   */
  public DecideOutcome decide(
      OrganisationSession insurer, Set<Hash32> claims, PayerRules rules, Progress progress) {
    return decide(
        insurer,
        claims::contains,
        owner -> claims.stream().anyMatch(claim -> ClaimLabels.isDecision(owner, claim)),
        claims,
        rules,
        progress);
  }

  private DecideOutcome decide(
      OrganisationSession insurer,
      Predicate<Hash32> wanted,
      Predicate<Owner> chosen,
      Set<Hash32> named,
      PayerRules rules,
      Progress progress) {
    List<DecideResult> results = new ArrayList<>();
    LostPlaces.Restored restored;
    try {
      List<ReceivedClaim> all = received(insurer, progress);
      List<ReceivedClaim> open = open(all, wanted);
      restored =
          places.restore(insurer, new LostPlaces.Wish(chosen, told(all, rules), told(open, rules)));
      if (restored.entries() > 0) {
        Set<Hash32> before = ids(open);
        all = received(insurer, progress);
        open = open(all, wanted);
        before.removeAll(ids(open));
        results.addAll(again(all, before, rules));
      }
      results.addAll(unknown(open, results, named));
      results.addAll(run(insurer, open, rules, progress));
    } catch (RefusedException e) {
      return new DecideOutcome.Failed(e.fault());
    }
    DecideSummary summary = DecideSummary.of(results);
    return switch (queue.signWaiting(insurer.party(), ClaimLabels.DECISION)) {
      case SigningDesk.Outcome.Refused(var fault) ->
          new DecideOutcome.Unsigned(results, summary, fault);
      case SigningDesk.Outcome.Signed signed ->
          new DecideOutcome.Done(results, summary, places.left(insurer, restored));
    };
  }

  private static List<ReceivedClaim> open(List<ReceivedClaim> all, Predicate<Hash32> wanted) {
    return all.stream()
        .filter(ReceivedClaim::isOpen)
        .filter(claim -> wanted.test(claim.id().orElseThrow()))
        .toList();
  }

  /** To whom something about these claims may have been sent. */
  private static Set<PatientCard> told(List<ReceivedClaim> claims, PayerRules rules) {
    Set<PatientCard> told = new LinkedHashSet<>();
    for (ReceivedClaim received : claims) {
      received
          .claim()
          .flatMap(claim -> Insured.of(claim.file(), rules.members()).told())
          .ifPresent(member -> told.add(member.card()));
    }
    return told;
  }

  private List<DecideResult> run(
      OrganisationSession insurer, List<ReceivedClaim> open, PayerRules rules, Progress progress) {
    MemberHistories members =
        new MemberHistories(
            histories, decisions, new Payments(network.ledger(), network.settlement()), insurer);
    DecisionRun run = new DecisionRun(sources.clock(), queue, network, insurer, rules, members);
    List<DecideResult> results = new ArrayList<>();
    boolean goOn = true;
    for (ReceivedClaim claim : open) {
      goOn = goOn && progress.step(results.size(), open.size(), "deciding claims");
      results.add(goOn ? run.decide(claim) : new DecideResult.NotReached(claim.id().orElseThrow()));
    }
    return results;
  }

  /** Those of these claims whose decision has its place again. */
  private static List<DecideResult> again(
      List<ReceivedClaim> all, Set<Hash32> claims, PayerRules rules) {
    List<DecideResult> again = new ArrayList<>();
    for (ReceivedClaim received : all) {
      if (received.standing() instanceof ReceivedClaim.Standing.Decided(var decision, var inOutbox)
          && received.id().filter(claims::contains).isPresent()) {
        boolean told =
            Insured.of(decision.inputs().claim().file(), rules.members()).told().isPresent();
        again.add(new DecideResult.Decided(received.id().get(), decision, told));
      }
    }
    return again;
  }

  private static Set<Hash32> ids(List<ReceivedClaim> open) {
    return open.stream()
        .map(claim -> claim.id().orElseThrow())
        .collect(Collectors.toCollection(HashSet::new));
  }

  private static List<DecideResult> unknown(
      List<ReceivedClaim> open, List<DecideResult> again, Set<Hash32> named) {
    Set<Hash32> missing = new HashSet<>(named);
    missing.removeAll(ids(open));
    again.forEach(result -> missing.remove(result.claim()));
    return missing.stream()
        .<DecideResult>map(claim -> new DecideResult.Refused(claim, UNKNOWN))
        .toList();
  }

  private List<ReceivedClaim> received(OrganisationSession insurer, Progress progress)
      throws RefusedException {
    Instant now = sources.clock().instant();
    int to = ClaimEntries.year(now);
    List<ReceivedClaim> received = new ArrayList<>();
    for (Organisation hospital : sources.directory().all()) {
      if (!hospital.id().equals(insurer.id())) {
        received.addAll(inbox.from(insurer, hospital, to - 1, to, progress));
      }
    }
    // A stable sort: what one hospital sent in one block stays in its order.
    received.sort(Comparator.comparing(ReceivedClaim::receivedAt));
    return received;
  }
}
