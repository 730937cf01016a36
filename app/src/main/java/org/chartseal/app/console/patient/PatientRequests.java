package org.chartseal.app.console.patient;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.session.PatientActs;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.consent.PatientDesk;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.record.WriteOutcome;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.sending.Sent;
import org.chartseal.views.requests.RequestsDesk;

/** A patient's requests, and the answers to them. */
public final class PatientRequests implements RequestsDesk {

  private final PatientSeat seat;
  private final PatientDesk desk;
  private final SentJobs sent;
  private final int firstYear;

  public PatientRequests(PatientSeat seat) throws RefusedException {
    Workspace workspace = seat.workspace();
    this.seat = seat;
    this.desk = workspace.consents().patients();
    this.sent = new SentJobs(workspace.stores().outbox());
    int today = workspace.clock().instant().atZone(ZoneOffset.UTC).getYear();
    this.firstYear = seat.read(session -> session.patient().card().firstYear(today));
  }

  @Override
  public List<Request> requests() throws RefusedException {
    return seat.read(session -> {
      try (PatientBooks books = desk.read(session)) {
        List<Request> requests = new ArrayList<>();
        for (Ask ask : books.open()) {
          requests.add(new Request(ask, answer(ask)));
        }
        requests.sort(
            Comparator.comparing((Request request) -> request.ask().askedAt()).reversed());
        return requests;
      }
    });
  }

  @Override
  public Optional<Answer> answer(Ask ask) throws RefusedException {
    String id = ask.terms().id();
    Optional<Sent> granted = sent.of(PatientActs.grant(id));
    return granted.isPresent()
        ? granted.map(far -> new Answer(Answer.Kind.GRANTED, far))
        : sent.of(PatientActs.refusal(id)).map(far -> new Answer(Answer.Kind.REFUSED, far));
  }

  @Override
  public KeyHolder holder() {
    return seat.holder();
  }

  @Override
  public Answer approve(Ask ask, ConsentTerms terms, Pin pin, Progress progress)
      throws RefusedException {
    Owner owner = PatientActs.grant(ask.terms().id());
    return seat.sign(
        pin,
        session -> {
          try (PatientBooks books = desk.read(session)) {
            requireOpen(books, ask);
            queued(desk.approve(session, books, ask, terms, owner));
            return answer(ask).orElseThrow();
          }
        });
  }

  @Override
  public Answer refuse(Ask ask, Pin pin, Progress progress) throws RefusedException {
    Owner owner = PatientActs.refusal(ask.terms().id());
    return seat.sign(
        pin,
        session -> {
          try (PatientBooks books = desk.read(session)) {
            requireOpen(books, ask);
            queued(desk.refuse(session, books, ask, owner));
            return answer(ask).orElseThrow();
          }
        });
  }

  @Override
  public Answer again(Ask ask, Pin pin, Progress progress) throws RefusedException {
    String id = ask.terms().id();
    return seat.sign(
        pin,
        session -> {
          desk.sendAgain(session, PatientActs.grant(id));
          desk.sendAgain(session, PatientActs.refusal(id));
          return answer(ask).orElseThrow();
        });
  }

  @Override
  public Instant now() {
    return seat.workspace().clock().instant();
  }

  @Override
  public int firstYear() {
    return firstYear;
  }

  /** Another window may have answered meanwhile. */
  private void requireOpen(PatientBooks books, Ask ask) throws RefusedException {
    boolean open = books.open().stream().anyMatch(one -> one.terms().id().equals(ask.terms().id()));
    if (!open || answer(ask).isPresent()) {
      throw new RefusedException(
          new Fault(
              "CS-SEAT-02",
              "This request was answered already. Nothing more was signed. Close this, and look under Sharing."));
    }
  }

  static void queued(WriteOutcome outcome) throws RefusedException {
    if (outcome instanceof WriteOutcome.Refused(var fault)) {
      throw new RefusedException(fault);
    }
  }
}
