package org.chartseal.services.claims;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/**
 * Says what is to be paid. Claims are taken in the order in which they were received; each is paid
 * whole or not at all; one that the pool does not cover is refused and keeps its place for the next
 * time, and later ones that it covers are paid.
 */
public final class SettlementPlanner {

  /**
   * How long after signing the contract accepts a bill (protocol §8.3), less a day to get there.
   */
  private static final Duration BILL_LASTS = Duration.ofDays(364);

  /**
   * Plans payments.
   *
   * @param pool what the insurer can pay with, as proven on the chain
   * @param spent nullifiers that are spent, as proven on the chain; their lines are not paid again
   */
  public List<PlanOutcome> plan(List<DueClaim> claims, Money pool, Set<Hash32> spent, Instant now) {
    List<PlanOutcome> outcomes = new ArrayList<>();
    Set<Hash32> taken = new HashSet<>(spent);
    Money left = pool;
    for (DueClaim due :
        claims.stream().sorted(Comparator.comparing(DueClaim::receivedAt)).toList()) {
      PlanOutcome outcome = plan(due, left, taken, now);
      outcomes.add(outcome);
      if (outcome instanceof PlanOutcome.Pay pay) {
        left = left.minus(pay.settlement().total());
        pay.settlement().lines().forEach(line -> taken.add(line.paid().nullifier()));
      }
    }
    return List.copyOf(outcomes);
  }

  private static PlanOutcome plan(DueClaim due, Money left, Set<Hash32> taken, Instant now) {
    SubmittedClaim claim = due.decision().inputs().claim();
    Hash32 id = claim.file().claim();
    List<SettlementLine> lines = lines(due.decision(), taken);
    if (lines.isEmpty()) {
      return new PlanOutcome.NothingDue(id);
    }
    if (!claim.file().currency().equals(left.currency())) {
      return new PlanOutcome.Refused(
          id,
          new Fault(
              "CS-SETTLE-03",
              "The pool holds another currency than this claim. Settle it from another pool."));
    }
    if (claim.bill().signed().statement().signedInstant().plus(BILL_LASTS).isBefore(now)) {
      return new PlanOutcome.Refused(
          id,
          new Fault(
              "CS-SETTLE-02",
              "The hospital's bill is older than the chain accepts. Ask the hospital to sign it again."));
    }
    Settlement settlement = settlement(claim, lines, left.currency());
    if (settlement.total().compareTo(left) > 0) {
      return new PlanOutcome.Refused(
          id,
          new Fault(
              "CS-SETTLE-01",
              "The pool holds "
                  + left
                  + ", and this claim needs "
                  + settlement.total()
                  + ". Nothing of it was paid. Add to the pool and settle again.",
              List.of(left.toString(), settlement.total().toString())));
    }
    return new PlanOutcome.Pay(settlement);
  }

  /**
   * The lines that are due. One that pays nothing and leaves nothing to the patient spends no
   * nullifier, and the contract refuses it; one that the bill does not name it refuses too.
   */
  private static List<SettlementLine> lines(Decision decision, Set<Hash32> taken) {
    SubmittedClaim claim = decision.inputs().claim();
    Set<Hash32> seen = new HashSet<>(taken);
    List<SettlementLine> lines = new ArrayList<>();
    for (int i = 0; i < claim.file().lines().size(); i++) {
      ServiceLine line = claim.file().lines().get(i);
      LineDecision decided = decision.result().lines().get(i);
      BillLeaf billed = BillLeaf.of(claim.file(), line);
      if (isDue(decided) && claim.bill().leaves().contains(billed) && seen.add(line.nullifier())) {
        lines.add(new SettlementLine(paid(claim.file(), line, decided.amounts()), billed));
      }
    }
    return lines;
  }

  private static boolean isDue(LineDecision decided) {
    LineAmounts amounts = decided.amounts();
    return decided.outcome() == Outcome.APPROVED
        && !(amounts.payer().isZero() && amounts.patient().isZero());
  }

  private static SettleLeaf paid(ClaimFile claim, ServiceLine line, LineAmounts amounts) {
    return new SettleLeaf(
        line.nullifier(),
        claim.claim(),
        claim.hospital(),
        amounts.payer().cents(),
        amounts.patient().cents());
  }

  private static Settlement settlement(
      SubmittedClaim claim, List<SettlementLine> lines, Currency currency) {
    long total = lines.stream().mapToLong(line -> line.paid().cents()).sum();
    long patient = lines.stream().mapToLong(line -> line.paid().patientCents()).sum();
    return new Settlement(
        claim.file().claim(),
        claim.file().insurer(),
        claim.file().hospital(),
        claim.bill(),
        lines,
        new Money(total, currency),
        new Money(patient, currency));
  }
}
