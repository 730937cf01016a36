package org.chartseal.services.claims.desk;

import java.math.BigInteger;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DueClaim;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.PlanOutcome;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.Settlement;
import org.chartseal.services.claims.SettlementPlanner;
import org.chartseal.services.claims.desk.internal.KnownPayments;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Outbox;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.Progress;

/** Goes through decided claims with what is in the pool. What is on its way counts as taken. */
final class SettleRun {

  private static final Fault NO_ACCOUNT =
      new Fault(
          "CS-SETTLE-08",
          "The hospital has named no account to be paid at. Nothing of this claim was paid; ask it to name one.");

  private final OrganisationId insurer;
  private final KnownPayments known;
  private final SettlementOutcome.Proven state;
  private final Currency currency;
  private final Outbox outbox;
  private final EvidenceGate gate;
  private final Instant now;
  private final SettlementPlanner planner = new SettlementPlanner();
  private final Set<Hash32> underWay = new HashSet<>();
  private final Set<Hash32> taken = new HashSet<>();

  /**
   * @param known what was final in the outbox before the state was read
   * @param state pool and payout accounts, and for each line its nullifier and its payment
   * @param currency of the pool
   */
  SettleRun(
      OrganisationId insurer,
      KnownPayments known,
      SettlementOutcome.Proven state,
      Currency currency,
      Outbox outbox,
      EvidenceGate gate,
      Instant now) {
    this.insurer = insurer;
    this.known = known;
    this.state = state;
    this.currency = currency;
    this.outbox = outbox;
    this.gate = gate;
    this.now = now;
  }

  /** What is done with a payment that may be made. */
  @FunctionalInterface
  interface Paying {
    SettleResult take(DueClaim due, Settlement settlement, KnownPayments known);
  }

  SettleOutcome take(List<DueClaim> decided, Paying paying, Progress progress) {
    decided.forEach(this::noteSpent);
    Money pool = pool().minus(reserve(decided)).atLeastZero();
    Money left = pool;
    List<SettleResult> results = new ArrayList<>();
    boolean goOn = true;
    for (DueClaim due : decided) {
      goOn = goOn && progress.step(results.size(), decided.size(), "settling claims");
      SettleResult result =
          goOn ? take(due, left, paying) : new SettleResult.NotReached(file(due).claim());
      results.add(result);
      Optional<Settlement> settlement = settlement(result);
      if (settlement.isPresent()) {
        left = left.minus(settlement.get().total());
        take(settlement.get());
      }
    }
    return new SettleOutcome.Done(results, pool, pool.minus(left));
  }

  private SettleResult take(DueClaim due, Money left, Paying paying) {
    Hash32 claim = file(due).claim();
    if (underWay.contains(claim)) {
      return new SettleResult.UnderWay(claim);
    }
    return switch (plan(due, left)) {
      case PlanOutcome.NothingDue nothing -> new SettleResult.NothingDue(claim);
      case PlanOutcome.Refused(var id, Fault fault) -> new SettleResult.Refused(claim, fault);
      case PlanOutcome.Pay(Settlement settlement) ->
          objection(due, settlement)
              .<SettleResult>map(fault -> new SettleResult.Refused(claim, fault))
              .orElseGet(() -> paying.take(due, settlement, known));
    };
  }

  private Optional<Fault> objection(DueClaim due, Settlement settlement) {
    return state.payoutAccounts().containsKey(settlement.payee())
        ? gate.objection(due.decision(), settlement)
        : Optional.of(NO_ACCOUNT);
  }

  private void noteSpent(DueClaim due) {
    ClaimFile file = file(due);
    for (ServiceLine line : file.lines()) {
      if (state
          .spender(new SettlementQuery.Service(file.hospital(), line.nullifier()))
          .isPresent()) {
        taken.add(line.nullifier());
      }
    }
  }

  /** What the payments that the outbox still carries will take from the pool. */
  private Money reserve(List<DueClaim> decided) {
    Money reserved = Money.zero(currency);
    for (DueClaim due : decided) {
      boolean sent = isSent(due.decision());
      // Whether the pool covers it, the contract says; here it only counts.
      if (sent
          && plan(due, new Money(Long.MAX_VALUE, currency))
              instanceof PlanOutcome.Pay(Settlement settlement)) {
        reserved = reserved.plus(settlement.total());
        underWay.add(settlement.claim());
        take(settlement);
      }
    }
    return reserved;
  }

  /**
   * Whether a payment by this decision was made, or one by the decision as it was before a ruling
   * is under way. What the latter pays is proven once it is final, and the rest is due.
   */
  private boolean isSent(Decision decision) {
    return known.isAnotherAmong(outbox, labels(decision))
        || outbox.ofOwner(labels(decision).getLast()).stream()
            .anyMatch(act -> act.job().state() != JobState.FAILED);
  }

  /** The payments by a decision and by those that it went on from; its own is the last. */
  static List<Owner> labels(Decision decision) {
    return ClaimLabels.settlements(
        decision.inputs().claim().file().claim(), decision.rulings().size());
  }

  private PlanOutcome plan(DueClaim due, Money left) {
    Set<Hash32> spent = new HashSet<>(taken);
    ClaimFile file = file(due);
    for (ServiceLine line : file.lines()) {
      // What was paid and given back is not paid again for the same claim.
      if (state
          .payment(new SettlementQuery.ClaimLine(file.hospital(), file.claim(), line.nullifier()))
          .isPresent()) {
        spent.add(line.nullifier());
      }
    }
    return planner.plan(List.of(due), left, spent, now).getFirst();
  }

  private void take(Settlement settlement) {
    settlement.lines().forEach(line -> taken.add(line.paid().nullifier()));
  }

  private Money pool() {
    BigInteger cents = state.pools().getOrDefault(insurer, BigInteger.ZERO);
    // A pool beyond 2^63 cents is as good as one of 2^63.
    return new Money(cents.min(BigInteger.valueOf(Long.MAX_VALUE)).longValueExact(), currency);
  }

  private static Optional<Settlement> settlement(SettleResult result) {
    return switch (result) {
      case SettleResult.Due(Settlement settlement) -> Optional.of(settlement);
      case SettleResult.Queued(Settlement settlement) -> Optional.of(settlement);
      case SettleResult.UnderWay underWay -> Optional.empty();
      case SettleResult.NothingDue nothing -> Optional.empty();
      case SettleResult.Refused refused -> Optional.empty();
      case SettleResult.NotReached notReached -> Optional.empty();
    };
  }

  private static ClaimFile file(DueClaim due) {
    return due.decision().inputs().claim().file();
  }
}
