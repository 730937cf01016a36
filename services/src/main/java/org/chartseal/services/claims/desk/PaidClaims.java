package org.chartseal.services.claims.desk;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.desk.internal.ClaimBook;
import org.chartseal.services.claims.desk.internal.Known;
import org.chartseal.services.claims.desk.internal.Payments;
import org.chartseal.services.ledger.SettlementOutcome.LinePayment;
import org.chartseal.services.ledger.SettlementQuery.ClaimLine;
import org.chartseal.services.outbox.JobState;

/** Says how far claims are, given what was proven to be paid. */
record PaidClaims(Map<ClaimLine, LinePayment> payments) {

  List<ClaimStanding> standings(ClaimBook book) {
    return book.claims().stream()
        .map(own -> new ClaimStanding(own.claim().file(), state(book, own)))
        .toList();
  }

  private ClaimState state(ClaimBook book, ClaimBook.Own own) {
    return switch (own.known().standing()) {
      case Known.Standing.Held(JobState state) ->
          state == JobState.DRAFT ? new ClaimState.Draft() : new ClaimState.Sent(state);
      case Known.Standing.Anchored(var at, var entry) ->
          Optional.ofNullable(book.decisions().get(own.claim().file().claim()))
              .map(this::decided)
              .orElseGet(() -> new ClaimState.Final(at, own.known().doubt()));
    };
  }

  private ClaimState decided(ClaimBook.Decided decided) {
    Currency currency = decided.decision().inputs().claim().file().currency();
    Money paid = Money.zero(currency);
    Money reversed = Money.zero(currency);
    boolean any = false;
    for (ClaimLine line : Payments.approved(decided.decision())) {
      LinePayment payment = payments.get(line);
      if (payment == null) {
        continue;
      }
      any = true;
      Money amount = new Money(payment.amount().longValueExact(), currency);
      paid = payment.reversed() ? paid : paid.plus(amount);
      reversed = payment.reversed() ? reversed.plus(amount) : reversed;
    }
    return any
        ? new ClaimState.Paid(decided.decision(), decided.file(), paid, reversed)
        : new ClaimState.Decided(decided.decision(), decided.file(), decided.at(), decided.doubt());
  }
}
