package org.chartseal.services.claims.desk.internal;

import java.util.Currency;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.ledger.SettlementOutcome.LinePayment;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.seal.Hash32;

/**
 * What is proven to be paid for some decisions, and by which transactions.
 *
 * @param transactions of those lines of which a node keeps the receipt
 */
public record PaymentBook(
    Map<ClaimLine, LinePayment> payments, Map<ClaimLine, Hash32> transactions) {

  /** Of no decision. */
  public static final PaymentBook EMPTY = new PaymentBook(Map.of(), Map.of());

  public PaymentBook {
    payments = Map.copyOf(payments);
    transactions = Map.copyOf(transactions);
  }

  /** What was paid for one of the decisions, if anything was. */
  public Optional<ClaimPayment> of(Decision decision) {
    Currency currency = decision.inputs().claim().file().currency();
    Money paid = Money.zero(currency);
    Money reversed = Money.zero(currency);
    TreeSet<Hash32> by = new TreeSet<>();
    boolean any = false;
    for (ClaimLine line : Payments.approved(decision)) {
      LinePayment payment = payments.get(line);
      if (payment == null) {
        continue;
      }
      any = true;
      Money amount = new Money(payment.amount().longValueExact(), currency);
      paid = payment.reversed() ? paid : paid.plus(amount);
      reversed = payment.reversed() ? reversed.plus(amount) : reversed;
      Optional.ofNullable(transactions.get(line)).ifPresent(by::add);
    }
    return any
        ? Optional.of(new ClaimPayment(paid, reversed, by.stream().toList()))
        : Optional.empty();
  }
}
