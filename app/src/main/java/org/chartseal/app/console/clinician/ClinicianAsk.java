package org.chartseal.app.console.clinician;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.session.OrganisationActs;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ActorReference;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.outbox.JobState;
import org.chartseal.services.outbox.Queued.QueuedRetraction;
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
          "The request is still on its way to the patient. Wait a moment, then take it back.");
  private static final Fault ANSWERED =
      new Fault("CS-ASK-02", "The patient answered meanwhile. There is nothing left to take back.");

  /** A request has its own id when it is sent. */
  private static final String DRAFT = "draft";

  private final Seat seat;

  public ClinicianAsk(Seat seat) {
    this.seat = seat;
  }

  @Override
  public ConsentTerms draft(Visitor visitor, AskForm form) {
    PatientCard card = visitor.card().card();
    Instant now = seat.workspace().clock().instant().truncatedTo(ChronoUnit.SECONDS);
    return new ConsentTerms(
        DRAFT,
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
  public ConsentTerms ask(Visitor visitor, ConsentTerms draft) throws RefusedException {
    PatientCard card = visitor.card().card();
    ConsentTerms terms = draft.named(UUID.randomUUID().toString());
    return Refusals.in(() -> {
      try (PairStreams pair = seat.pair(card)) {
        if (seat.workspace()
                .consents()
                .desk()
                .ask(seat.organisation(), card, pair, terms, OrganisationActs.request(terms.id()))
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
      try (PairBook book = seat.book(visitor.card().card())) {
        boolean granted =
            book.grants().stream()
                .anyMatch(grant -> grant.terms().id().equals(terms.id()) && grant.isValid());
        if (granted) {
          return State.GRANTED;
        }
        if (book.takenBack().contains(terms.id())) {
          return State.TAKEN_BACK;
        }
        Optional<Ask> ask = book.ask(terms.id());
        if (ask.filter(Ask::answered).isPresent()) {
          return State.REFUSED;
        }
        if (isBeingTakenBack(terms)) {
          return State.TAKING_BACK;
        }
        return ask.isPresent() ? State.ASKED : State.SENT;
      }
    });
  }

  /**
   * It is signed here, and the ledger does not have it yet; one that failed may be pressed again.
   */
  private boolean isBeingTakenBack(ConsentTerms terms) {
    return seat.workspace().stores().outbox().ofOwner(OrganisationActs.request(terms.id())).stream()
        .filter(QueuedRetraction.class::isInstance)
        .anyMatch(queued -> queued.job().state() != JobState.FAILED);
  }

  @Override
  public void takeBack(Visitor visitor, ConsentTerms terms) throws RefusedException {
    Refusals.in(() -> {
      try (PairBook book = seat.book(visitor.card().card())) {
        Ask ask = book.ask(terms.id()).orElseThrow(() -> new RefusedException(UNDERWAY));
        if (ask.answered()) {
          throw new RefusedException(ANSWERED);
        }
        if (seat.workspace()
                .consents()
                .desk()
                .takeBack(seat.organisation(), ask, OrganisationActs.request(terms.id()))
            instanceof SigningDesk.Outcome.Refused(var fault)) {
          throw new RefusedException(fault);
        }
      }
      return terms;
    });
  }
}
