package org.chartseal.app.cli;

import java.util.Optional;
import java.util.stream.Collectors;
import org.chartseal.services.claims.desk.ClaimPayment;
import org.chartseal.services.seal.Hash32;

/** What was paid for a claim, and by which transactions. */
final class PaymentRows {

  private PaymentRows() {}

  static Row add(Row row, Optional<ClaimPayment> payment) {
    return payment
        .map(made ->
            row.and("paid", made.paid().decimal().toPlainString())
                .and("givenBack", made.reversed().decimal().toPlainString())
                .and(
                    "transactions",
                    (Object) made.transactions().stream().<Object>map(PaymentRows::hash).toList()))
        .orElse(row);
  }

  static String words(Optional<ClaimPayment> payment) {
    return payment
        .map(made -> "  paid %s, %s%n".formatted(amounts(made), transactions(made)))
        .orElse("");
  }

  static String amounts(ClaimPayment payment) {
    return payment.paid()
        + (payment.reversed().isZero() ? "" : ", given back " + payment.reversed());
  }

  private static String transactions(ClaimPayment payment) {
    return payment.transactions().isEmpty()
        ? "proven on the chain; no node keeps the transaction's receipt"
        : payment.transactions().stream()
            .map(PaymentRows::hash)
            .collect(Collectors.joining(", ", "by transaction ", ""));
  }

  private static String hash(Hash32 transaction) {
    return "0x" + transaction.hex();
  }
}
