package org.chartseal.app.console.clinician;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.record.SigningDesk;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.ask.AskDesk;
import org.chartseal.views.ask.AskForm;
import org.chartseal.views.kit.patient.Visitor;

/** Asks for records at the seat of a clinician. */
public final class ClinicianAsk implements AskDesk {

  private static final Fault UNDERWAY =
      new Fault(
          "CS-ASK-01",
          "The request is still on its way to the patient, or is answered. Wait a moment, then take it back.");

  private final Seat seat;

  /** The requests that are being taken back, by their ids. */
  private final Set<String> takenBack = ConcurrentHashMap.newKeySet();

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
  public State state(Visitor visitor, ConsentTerms terms) throws RefusedException {
    return Refusals.in(() -> {
      try (PairBook book = Books.read(seat, visitor.card().card())) {
        boolean granted =
            book.grants().stream()
                .anyMatch(grant -> grant.terms().id().equals(terms.id()) && grant.isValid());
        return granted
            ? State.GRANTED
            : book.ask(terms.id())
                .map(ask -> ask.answered() ? State.REFUSED : State.ASKED)
                .orElse(takenBack.contains(terms.id()) ? State.TAKEN_BACK : State.SENT);
      }
    });
  }

  @Override
  public void takeBack(Visitor visitor, ConsentTerms terms) throws RefusedException {
    Refusals.in(() -> {
      try (PairBook book = Books.read(seat, visitor.card().card())) {
        Ask ask =
            book.ask(terms.id())
                .filter(found -> !found.answered())
                .orElseThrow(() -> new RefusedException(UNDERWAY));
        if (seat.workspace()
                .consents()
                .desk()
                .takeBack(seat.organisation(), ask, new Owner("ask-" + terms.id()))
            instanceof SigningDesk.Outcome.Refused(var fault)) {
          throw new RefusedException(fault);
        }
        takenBack.add(terms.id());
      }
      return terms;
    });
  }
}
