package org.chartseal.services.claims.desk;

import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.desk.internal.ClaimBook;
import org.chartseal.services.claims.desk.internal.Known;
import org.chartseal.services.claims.desk.internal.PaymentBook;
import org.chartseal.services.outbox.JobState;

/** Says how far claims are, given what was proven to be paid. */
record PaidClaims(PaymentBook payments) {

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
    return payments
        .of(decided.decision())
        .<ClaimState>map(
            payment -> new ClaimState.Paid(decided.decision(), decided.file(), payment))
        .orElseGet(() ->
            new ClaimState.Decided(
                decided.decision(), decided.file(), decided.at(), decided.doubt()));
  }
}
