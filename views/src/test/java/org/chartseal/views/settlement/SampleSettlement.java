package org.chartseal.views.settlement;

import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.DueClaim;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.PlanOutcome;
import org.chartseal.services.claims.SettlementPlanner;
import org.chartseal.services.claims.desk.ReceivedClaim;
import org.chartseal.services.claims.desk.ReceivedClaim.Standing;
import org.chartseal.services.claims.desk.SettleOutcome;
import org.chartseal.services.claims.desk.SettleResult;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.signing.PinStatus;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.testing.SampleClaims;

/** A pool that is short of paying everything. */
final class SampleSettlement implements SettlementDesk {

  static final String PIN = "2468";

  final AtomicInteger payments = new AtomicInteger();
  private final Money pool;
  private final SampleClaims samples = new SampleClaims();
  private final List<ReceivedClaim> claims = new ArrayList<>();
  private volatile boolean paid;
  private volatile boolean moved;

  /**
   * @param count of claims
   * @param cents in the pool
   */
  SampleSettlement(int count, long cents) {
    pool = new Money(cents, Currency.getInstance("USD"));
    for (ReceivedClaim open : samples.open(count)) {
      claims.add(
          samples.with(open, new Standing.Decided(samples.decide(open, Optional.empty()), false)));
    }
  }

  @Override
  public Books books(Progress progress) {
    moved = false;
    return new Books(plan(), claims);
  }

  @Override
  public boolean moved() {
    return moved;
  }

  /** What was paid from another window. */
  void paidElsewhere() {
    paid = true;
    moved = true;
  }

  @Override
  public KeyHolder holder() {
    return new KeyHolder(
        "Meridian", KeyHolder.Kind.FILE, new PinStatus.Unknown(), PinStatus.Unknown::new);
  }

  @Override
  public SettleOutcome.Done pay(Pin pin, Progress progress) throws RefusedException {
    if (!pin.use(String::new).equals(PIN)) {
      throw new RefusedException(new Fault("CS-PIN-08", "The PIN is wrong."));
    }
    SettleOutcome.Done due = plan();
    List<SettleResult> results = new ArrayList<>();
    for (SettleResult result : due.results()) {
      if (result instanceof SettleResult.Due(var settlement)) {
        payments.incrementAndGet();
        results.add(new SettleResult.Queued(settlement));
      } else {
        results.add(result);
      }
    }
    paid = true;
    return new SettleOutcome.Done(results, due.pool(), due.paying());
  }

  private SettleOutcome.Done plan() {
    List<DueClaim> due =
        claims.stream().map(claim -> new DueClaim(decision(claim), claim.receivedAt())).toList();
    List<SettleResult> results = new ArrayList<>();
    Money paying = Money.zero(pool.currency());
    for (PlanOutcome outcome :
        new SettlementPlanner()
            .plan(due, pool, java.util.Set.of(), claims.getFirst().receivedAt())) {
      switch (outcome) {
        case PlanOutcome.Pay(var settlement) when !paid -> {
          paying = paying.plus(settlement.total());
          results.add(new SettleResult.Due(settlement));
        }
        case PlanOutcome.Pay(var settlement) ->
            results.add(new SettleResult.UnderWay(settlement.claim()));
        case PlanOutcome.NothingDue(var claim) -> results.add(new SettleResult.NothingDue(claim));
        case PlanOutcome.Refused(var claim, var fault) ->
            results.add(new SettleResult.Refused(claim, fault));
      }
    }
    return new SettleOutcome.Done(results, pool, paying);
  }

  private static Decision decision(ReceivedClaim claim) {
    return claim.standing() instanceof Standing.Decided(Decision decision, var inOutbox)
        ? decision
        : throwing();
  }

  private static Decision throwing() {
    throw new IllegalStateException("all are decided");
  }
}
