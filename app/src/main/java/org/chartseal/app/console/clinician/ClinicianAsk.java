package org.chartseal.app.console.clinician;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.ask.AskDesk;
import org.chartseal.views.ask.AskForm;
import org.chartseal.views.kit.patient.Visitor;

/** Asks for records at the seat of a clinician. */
public final class ClinicianAsk implements AskDesk {

  private final Seat seat;

  public ClinicianAsk(Seat seat) {
    this.seat = seat;
  }

  @Override
  public ConsentTerms draft(Visitor visitor, AskForm form) {
    PatientCard card = visitor.card().card();
    Instant now = seat.workspace().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new ConsentTerms(
        UUID.randomUUID().toString(),
        new ActorReference(
            ActorReference.Kind.PATIENT, card.party().toString(), card.person().name()),
        seat.organisationReference(),
        List.of(),
        form.purpose(),
        form.classes(),
        form.years(),
        now,
        now,
        // To the minute, as both read it.
        now.plus(form.period()).truncatedTo(ChronoUnit.MINUTES));
  }

  @Override
  public void ask(Visitor visitor, ConsentTerms terms) throws RefusedException {
    PatientCard card = visitor.card().card();
    Refusals.in(() -> {
      try (PairStreams pair = seat.pair(card)) {
        if (seat.workspace()
                .consents()
                .desk()
                .ask(seat.organisation(), card, pair, terms, new Owner("ask-" + terms.id()))
            instanceof WriteOutcome.Refused(var fault)) {
          throw new RefusedException(fault);
        }
      }
      return terms;
    });
  }

  @Override
  public Optional<Answer> answer(Visitor visitor, ConsentTerms terms) throws RefusedException {
    return Refusals.in(() -> {
      try (PairBook book = Books.read(seat, visitor.card().card())) {
        boolean granted =
            book.grants().stream()
                .anyMatch(grant -> grant.terms().id().equals(terms.id()) && grant.isValid());
        if (granted) {
          return Optional.of(Answer.GRANTED);
        }
        return book.ask(terms.id()).filter(Ask::answered).map(ask -> Answer.REFUSED);
      }
    });
  }
}
