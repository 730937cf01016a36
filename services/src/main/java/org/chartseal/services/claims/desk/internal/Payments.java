package org.chartseal.services.claims.desk.internal;

import java.util.Collection;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.ledger.NewestBlock;
import org.chartseal.services.ledger.ProvenLedger;
import org.chartseal.services.ledger.ProvenSettlement;
import org.chartseal.services.ledger.SettlementOutcome;
import org.chartseal.services.ledger.SettlementQuery;
import org.chartseal.services.seal.RefusedException;

/** What the settlement contract proves about decided claims. */
public final class Payments {

  private final NewestBlock ledger;
  private final ProvenSettlement settlement;

  public Payments(ProvenLedger ledger, ProvenSettlement settlement) {
    this.ledger = new NewestBlock(ledger);
    this.settlement = settlement;
  }

  /**
   * What was paid for the approved lines of these decisions.
   *
   * @throws RefusedException if it cannot be proven at a recent block
   */
  public Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> of(
      Collection<Decision> decisions) throws RefusedException {
    Set<SettlementQuery.ClaimLine> lines = new HashSet<>();
    decisions.forEach(decision -> lines.addAll(approved(decision)));
    return lines.isEmpty()
        ? Map.of()
        : read(new SettlementQuery(Set.of(), Set.of(), lines, Set.of())).payments();
  }

  /**
   * The same, with the transactions that paid.
   *
   * @throws RefusedException if it cannot be proven at a recent block
   */
  public PaymentBook book(Collection<Decision> decisions) throws RefusedException {
    Map<SettlementQuery.ClaimLine, SettlementOutcome.LinePayment> paid = of(decisions);
    return paid.isEmpty()
        ? PaymentBook.EMPTY
        : new PaymentBook(paid, settlement.transactions(paid));
  }

  /**
   * A proven read at a recent block.
   *
   * @throws RefusedException if there is none
   */
  public SettlementOutcome.Proven read(SettlementQuery query) throws RefusedException {
    return switch (ledger.read(settlement, query)) {
      case SettlementOutcome.Refused(var fault, var endpoints) -> throw new RefusedException(fault);
      case SettlementOutcome.Unavailable(var fault, var endpoints) ->
          throw new RefusedException(fault);
      case SettlementOutcome.Proven proven -> proven;
    };
  }

  /** The approved lines of a decision, as the contract names them. */
  public static Set<SettlementQuery.ClaimLine> approved(Decision decision) {
    Set<SettlementQuery.ClaimLine> lines = new HashSet<>();
    for (int i = 0; i < decision.result().lines().size(); i++) {
      LineDecision decided = decision.result().lines().get(i);
      if (decided.outcome() == Outcome.APPROVED) {
        lines.add(line(decision, i));
      }
    }
    return lines;
  }

  /** A line of a decision, as the contract names it. */
  public static SettlementQuery.ClaimLine line(Decision decision, int index) {
    var claim = decision.inputs().claim().file();
    return new SettlementQuery.ClaimLine(
        claim.hospital(), claim.claim(), claim.lines().get(index).nullifier());
  }
}
