package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.FirstVisitDesk;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.session.Patients;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.consent.Ask;
import org.chartseal.services.consent.Grant;
import org.chartseal.services.consent.GrantStatus;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.identity.CardTrust;
import org.chartseal.services.identity.Organisation;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.SignedCard;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.visit.CardOnHand;
import org.chartseal.views.visit.Standing;
import org.chartseal.views.visit.VisitDesk;

/** Visits at the seat of a clinician. */
public final class ClinicianVisit implements VisitDesk {

  private final Seat seat;
  private final Workspace workspace;
  private final Devices devices;

  public ClinicianVisit(Seat seat, Devices devices) {
    this.seat = seat;
    this.workspace = seat.workspace();
    this.devices = devices;
  }

  @Override
  public List<CardOnHand> cards() throws RefusedException {
    return Refusals.in(() -> {
      Patients patients = new Patients(workspace);
      List<CardOnHand> cards = new ArrayList<>();
      for (Identity patient : new Identities(workspace.home()).of(IdentityRole.PATIENT)) {
        cards.add(
            new CardOnHand(patient.alias(), patients.present(patient.alias()).card().person()));
      }
      return cards;
    });
  }

  @Override
  public Visitor present(String source) throws RefusedException {
    return Refusals.in(() -> {
      SignedCard card = new Patients(workspace).present(source);
      Optional<Fault> doubt = new CardTrust(workspace.network().ledger()).check(card);
      if (doubt.isPresent()) {
        throw new RefusedException(doubt.get());
      }
      String issuer =
          workspace
              .identity()
              .directory()
              .find(card.card().issuer())
              .map(Organisation::name)
              .orElseGet(() -> card.card().issuer().toString());
      boolean known =
          new Visits(workspace.home()).isKnown(seat.organisation().id(), card.card().party());
      // Entries are named after the patient: not after where a file lay.
      String alias = PatientDevice.find(workspace, card.card()).map(Identity::alias).orElse(source);
      return new Visitor(
          alias,
          card,
          issuer,
          known ? Visitor.Acquaintance.KNOWN : Visitor.Acquaintance.FIRST_VISIT);
    });
  }

  @Override
  public KeyHolder patientDevice(Visitor visitor) throws RefusedException {
    return Refusals.in(() -> devices.holder(PatientDevice.owner(workspace, visitor.card().card())));
  }

  @Override
  public Visitor confirm(Visitor visitor, Pin pin, Progress progress) throws RefusedException {
    return Refusals.in(() -> {
      Identity owner = PatientDevice.owner(workspace, visitor.card().card());
      UnlockedIdentity keys = devices.keyring().unlock(owner, pin);
      try (PatientDevice patient = PatientDevice.of(workspace, visitor.card().card(), keys)) {
        new FirstVisitDesk(workspace)
            .confirm(seat, patient, new Patients(workspace).bytes(visitor.alias()));
      }
      return new Visitor(
          visitor.alias(), visitor.card(), visitor.issuer(), Visitor.Acquaintance.KNOWN);
    });
  }

  @Override
  public Standing standing(Visitor visitor) throws RefusedException {
    return Refusals.in(() -> {
      PatientCard card = visitor.card().card();
      try (PairBook book = seat.book(card)) {
        Optional<ConsentTerms> granted =
            book.grants().stream()
                .filter(Grant::isValid)
                .map(Grant::terms)
                .max(Comparator.comparing(ConsentTerms::until));
        if (granted.isPresent()) {
          return new Standing.Granted(granted.get());
        }
        return book.asks().stream()
            .filter(ask -> !ask.answered())
            .filter(ask -> ask.terms().until().isAfter(workspace.clock().instant()))
            .map(Ask::terms)
            .reduce((earlier, later) -> later)
            .<Standing>map(Standing.Waiting::new)
            .orElseGet(() -> ended(book));
      }
    });
  }

  /** What became of the newest consent. */
  private static Standing ended(PairBook book) {
    return book.grants().isEmpty()
        ? new Standing.NotAsked()
        : switch (book.grants().getLast().status()) {
          case GrantStatus.Revoked(var at) -> new Standing.Over(Standing.Ending.REVOKED, at);
          case GrantStatus.Expired(var at) -> new Standing.Over(Standing.Ending.EXPIRED, at);
          case GrantStatus.NotYet notYet -> new Standing.NotAsked();
          case GrantStatus.Unknown unknown -> new Standing.NotAsked();
          case GrantStatus.Valid valid -> new Standing.NotAsked();
        };
  }
}
