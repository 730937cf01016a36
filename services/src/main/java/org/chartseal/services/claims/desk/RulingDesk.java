package org.chartseal.services.claims.desk;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decider;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DecisionFile;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.PackId;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RulePacks;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.desk.internal.ClaimEntries;
import org.chartseal.services.claims.desk.internal.Decisions;
import org.chartseal.services.claims.desk.internal.Histories;
import org.chartseal.services.claims.desk.internal.KnownPayments;
import org.chartseal.services.claims.desk.internal.MemberHistories;
import org.chartseal.services.claims.desk.internal.MemberHistory;
import org.chartseal.services.claims.desk.internal.PayerInbox;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.HeldJobs;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.QueueGuard;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Digests;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;

/**
 * Where a person of the insurer decides a line that the rules leave open, or decides one otherwise.
 * The rules' own decision stays in the file, and every ruling after it with reason and key.
 */
public final class RulingDesk {

  private static final int ATTEMPTS = 5;
  private static final Fault UNKNOWN =
      new Fault(
          "CS-RULING-08",
          "No decided claim of this number is here. Decide it by the rules first; a person rules afterwards.");
  private static final Fault OTHER_PACK =
      new Fault(
          "CS-RULING-09",
          "The claim was decided by a rule pack that is not here. Rule with the pack of that decision.");
  private static final Fault PAID =
      new Fault(
          "CS-RULING-10",
          "This line is paid, was paid and given back, or its payment is on its way. A ruling cannot change that any more.");
  private static final Fault NO_PRICE =
      new Fault(
          "CS-RULING-11",
          "The plan lists no price for this service. Say which amount is approved.");
  private static final Fault BILLED_ELSEWHERE =
      new Fault(
          "CS-RULING-12",
          "Another claim was approved for the same service. Deny this line, or have the other payment given back first.");
  private static final Fault MOVED_ON =
      new Fault(
          "CS-RULING-13",
          "Another window is deciding claims of this member. Nothing was ruled; look at the claim and try again.");
  private static final Fault NO_REASON =
      new Fault(
          "CS-RULING-14",
          "A ruling needs a person and a written reason of at most 2,000 characters, and a denial a reason code as CO-50.");

  private final ClaimSources sources;
  private final ClaimQueue queue;
  private final Decider decider;
  private final Histories histories;
  private final Decisions decisions;
  private final PayerInbox inbox;
  private final Payments payments;
  private final LostPlaces places;

  public RulingDesk(ClaimSources sources, ClaimQueue queue, ClaimNetwork network) {
    this.sources = sources;
    this.queue = queue;
    this.decider = new Decider(network.verifier());
    this.histories = new Histories(sources.records(), sources.queued());
    this.decisions = new Decisions(network.verifier());
    this.inbox = new PayerInbox(histories, decisions);
    this.payments = new Payments(network.ledger(), network.settlement());
    this.places = new LostPlaces(sources, queue, ClaimLabels.DECISION);
  }

  /** A claim as its newest decision left it. */
  private record Found(
      Organisation hospital, Decision decision, DecisionFile file, RulePack pack, int index) {

    ClaimFile claim() {
      return decision.inputs().claim().file();
    }

    ServiceLine line() {
      return claim().lines().get(index);
    }
  }

  /**
   * Makes a ruling part of the decision: signed by the key in the device, sent to the hospital and,
   * where it gets explanations, to the patient.
   *
   * @param rules whom the insurer insures; the pack is the one that decided
   */
  public RulingOutcome rule(
      OrganisationSession insurer, RulingOrder order, PayerRules rules, Progress progress) {
    try {
      for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
        Optional<RulingOutcome> outcome = tryRule(insurer, order, rules, progress);
        if (outcome.isPresent()) {
          return outcome.get();
        }
      }
      return new RulingOutcome.Refused(MOVED_ON);
    } catch (RefusedException e) {
      return new RulingOutcome.Refused(e.fault());
    }
  }

  /** Empty when another process decided about this member meanwhile. */
  private Optional<RulingOutcome> tryRule(
      OrganisationSession insurer, RulingOrder order, PayerRules rules, Progress progress)
      throws RefusedException {
    Found found = find(insurer, order, rules, progress);
    KnownPayments paid = KnownPayments.before(queue.outbox(), payments(found));
    requireOpen(found, paid);
    Instant now = sources.clock().instant();
    Insured insured = Insured.of(found.claim(), rules.members());
    restore(insurer, found, insured);
    Optional<MemberHistory> history = Optional.empty();
    if (insured.told().isPresent()) {
      history =
          Optional.of(
              new MemberHistories(histories, decisions, payments, insurer)
                  .of(insured.told().get().card(), found.claim(), ClaimEntries.year(now)));
    }
    Ruling ruling = ruling(found, order, before(found, history));
    if (ruling.verdict() instanceof Ruling.Verdict.Approve
        && history
            .filter(known -> known.billedBefore(found.claim()).containsKey(nullifier(found)))
            .isPresent()) {
      throw new RefusedException(BILLED_ELSEWHERE);
    }
    // Nobody is asked to sign what may not be ruled.
    decider.preview(found.decision(), found.pack(), ruling);
    return post(insurer, found, paid, ruling, insured, history, now);
  }

  /** What the ruling counts on has its place before it is read. */
  private void restore(OrganisationSession insurer, Found found, Insured insured)
      throws RefusedException {
    List<PatientCard> told = insured.told().map(Member::card).stream().toList();
    Optional<Fault> waiting =
        places
            .restore(
                insurer,
                new LostPlaces.Wish(
                    owner -> ClaimLabels.isDecision(owner, found.claim().claim()), told, told))
            .waiting();
    if (waiting.isPresent()) {
      throw new RefusedException(waiting.get());
    }
  }

  private Optional<RulingOutcome> post(
      OrganisationSession insurer,
      Found found,
      KnownPayments paid,
      Ruling ruling,
      Insured insured,
      Optional<MemberHistory> history,
      Instant now)
      throws RefusedException {
    DecisionPost post = new DecisionPost(queue, insurer);
    Decision ruled = decider.rule(found.decision(), found.pack(), post.sign(ruling, now));
    DecisionFile file = post.sign(ruled, now).withCompanionsOf(found.file());
    Owner label = ClaimLabels.decision(found.claim().claim(), ruled.rulings().size());
    WriteOutcome written =
        post.queue(
            new DecisionPost.Letter(found.hospital(), insured.told(), ruled, file, label, now),
            guard(found, paid, label, history.map(MemberHistory::next)));
    return switch (written) {
      case WriteOutcome.Refused(var fault) when fault.equals(MOVED_ON) -> Optional.empty();
      case WriteOutcome.Refused(var fault) -> Optional.of(new RulingOutcome.Refused(fault));
      case WriteOutcome.Queued queued ->
          Optional.of(
              switch (queue.signWaiting(insurer.party(), ClaimLabels.DECISION)) {
                case SigningDesk.Outcome.Refused(var fault) ->
                    new RulingOutcome.Unsigned(ruled, fault);
                case SigningDesk.Outcome.Signed signed ->
                    new RulingOutcome.Ruled(ruled, insured.told().isPresent());
              });
    };
  }

  private Found find(
      OrganisationSession insurer, RulingOrder order, PayerRules rules, Progress progress)
      throws RefusedException {
    int to = ClaimEntries.year(sources.clock().instant());
    for (Organisation hospital : sources.directory().all()) {
      if (!hospital.id().equals(insurer.id())) {
        PayerInbox.Made made =
            inbox.made(insurer, hospital, to - 1, to, progress).get(order.claim());
        if (made != null) {
          Decision decision = made.stated().decision();
          return new Found(
              hospital,
              decision,
              made.stated().file(),
              pack(made.stated(), rules),
              index(decision, order.line()));
        }
      }
    }
    throw new RefusedException(UNKNOWN);
  }

  private static int index(Decision decision, int line) throws RefusedException {
    int[] sequences = decision.result().lines().stream().mapToInt(LineDecision::sequence).toArray();
    int index = Arrays.binarySearch(sequences, line);
    if (index < 0) {
      throw new RefusedException(
          new Fault(
              "CS-RULING-02",
              "The claim has no line of this number. List the claim to see its lines."));
    }
    return index;
  }

  private static RulePack pack(Decisions.Stated stated, PayerRules rules) throws RefusedException {
    PackId id = stated.decision().result().pack();
    if (rules.pack().id().equals(id)) {
      return rules.pack();
    }
    Optional<byte[]> attached =
        stated.file().pack().filter(archive -> Digests.sha256(archive).equals(id.digest()));
    if (attached.isEmpty()) {
      throw new RefusedException(OTHER_PACK);
    }
    return new RulePacks().open(attached.get());
  }

  private void requireOpen(Found found, KnownPayments paid) throws RefusedException {
    if (isPaying(queue.outbox(), found, paid)
        || payments
            .of(List.of(found.decision()))
            .containsKey(Payments.line(found.decision(), found.index()))) {
      throw new RefusedException(PAID);
    }
  }

  /** Whether what the decision approved of the line is on its way, or went it since the read. */
  private static boolean isPaying(HeldJobs held, Found found, KnownPayments paid) {
    return found.decision().result().lines().get(found.index()).outcome() == Outcome.APPROVED
        && paid.isAnotherAmong(held, payments(found));
  }

  private static List<Owner> payments(Found found) {
    return ClaimLabels.settlements(found.claim().claim(), found.decision().rulings().size());
  }

  private static Accumulators.Totals before(Found found, Optional<MemberHistory> history) {
    int year = found.line().day().getYear();
    return history
        .map(known ->
            known.apart(
                Payments.line(found.decision(), found.index()), found.claim().currency(), year))
        .orElse(found.decision().inputs().before().year(year));
  }

  private static Ruling ruling(Found found, RulingOrder order, Accumulators.Totals before)
      throws RefusedException {
    try {
      Ruling.Verdict verdict =
          switch (order.wish()) {
            case RulingOrder.Wish.Approve(var allowed) -> new Ruling.Verdict.Approve(allowed);
            case RulingOrder.Wish.ApproveListed listed ->
                new Ruling.Verdict.Approve(listed(PlanCeiling.of(found.pack(), found.line())));
            case RulingOrder.Wish.Deny(var code) -> new Ruling.Verdict.Deny(code);
          };
      return new Ruling(
          found.decision().digest(), order.line(), verdict, order.reason(), order.person(), before);
    } catch (IllegalArgumentException e) {
      throw new RefusedException(NO_REASON);
    }
  }

  private static Money listed(PlanCeiling ceiling) throws RefusedException {
    if (!ceiling.listed()) {
      throw new RefusedException(NO_PRICE);
    }
    return ceiling.most();
  }

  private static Hash32 nullifier(Found found) {
    return found.line().nullifier();
  }

  /**
   * As for a decision: one ruling of this number, on the member's history as it was read, and of a
   * line that nobody has begun to pay.
   */
  private static QueueGuard guard(
      Found found, KnownPayments paid, Owner label, Optional<Integer> next) {
    return (held, places) -> {
      if (isPaying(held, found, paid)) {
        return Optional.of(PAID);
      }
      boolean same =
          held.ofOwner(label).isEmpty()
              && (next.isEmpty() || places.getLast().place().n() == next.get());
      return same ? Optional.empty() : Optional.of(MOVED_ON);
    };
  }
}
