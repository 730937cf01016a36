package org.chartseal.services.claims.desk.internal;

import java.util.ArrayList;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.ClaimFile;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.seal.Hash32;

/**
 * What an insurer decided about a member, as its own explanations to the patient hold it.
 *
 * @param from the first year that was read
 * @param decisions oldest first
 * @param reversed lines whose payment was given back: they count as never approved
 * @param next index of the insurer's next place in its stream to the patient of this year
 */
public record MemberHistory(int from, List<Decision> decisions, Set<ClaimLine> reversed, int next) {

  public MemberHistory {
    decisions = List.copyOf(decisions);
    reversed = Set.copyOf(reversed);
  }

  /** With one more decision, in the next place. */
  public MemberHistory with(Decision decision) {
    List<Decision> all = new ArrayList<>(decisions);
    all.removeIf(decision::continues);
    all.add(decision);
    return new MemberHistory(from, all, reversed, next + 1);
  }

  /** What the member has paid so far, in the years that were read. */
  public Accumulators before(Currency currency) {
    return paid(currency, line -> true);
  }

  /** The same in one year, a line apart that is to be decided anew. */
  public Accumulators.Totals apart(ClaimLine line, Currency currency, int year) {
    return paid(currency, other -> !other.equals(line)).year(year);
  }

  /** Which services of a claim an earlier claim of the same hospital was approved for. */
  public Map<Hash32, Hash32> billedBefore(ClaimFile claim) {
    Map<Hash32, Hash32> approved = new HashMap<>();
    for (Decision decision : decisions) {
      ClaimFile file = decision.inputs().claim().file();
      if (!file.hospital().equals(claim.hospital()) || file.claim().equals(claim.claim())) {
        continue;
      }
      for (int i = 0; i < file.lines().size(); i++) {
        if (isApproved(decision, i)) {
          approved.put(file.lines().get(i).nullifier(), file.claim());
        }
      }
    }
    approved.keySet().retainAll(claim.lines().stream().map(ServiceLine::nullifier).toList());
    return approved;
  }

  private Accumulators paid(Currency currency, Predicate<ClaimLine> counts) {
    Accumulators paid = Accumulators.none(currency);
    for (Decision decision : decisions) {
      ClaimFile file = decision.inputs().claim().file();
      for (int i = 0; i < file.lines().size(); i++) {
        LineDecision decided = decision.result().lines().get(i);
        if (isApproved(decision, i)
            && file.currency().equals(currency)
            && counts.test(Payments.line(decision, i))) {
          int year = file.lines().get(i).day().getYear();
          Accumulators.Totals totals = paid.year(year);
          paid =
              paid.with(
                  year,
                  totals.plus(decided.amounts().deductible(), decided.amounts().outOfPocket()));
        }
      }
    }
    return paid;
  }

  private boolean isApproved(Decision decision, int line) {
    return decision.result().lines().get(line).outcome() == Outcome.APPROVED
        && !reversed.contains(Payments.line(decision, line));
  }
}
