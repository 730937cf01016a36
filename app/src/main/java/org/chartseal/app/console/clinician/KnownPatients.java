package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.Seat;
import org.chartseal.services.identity.CardOutcome;
import org.chartseal.services.identity.PatientCard;

/** The patients who confirmed at an organisation. */
final class KnownPatients {

  private final Seat seat;

  KnownPatients(Seat seat) {
    this.seat = seat;
  }

  /** Their cards; one that cannot be believed any more is left out. */
  List<PatientCard> cards() throws HomeException {
    List<PatientCard> cards = new ArrayList<>();
    for (byte[] file : new Visits(seat.workspace().home()).cards(seat.organisation().id())) {
      if (seat.workspace().identity().cards().read(file) instanceof CardOutcome.Valid(var signed)) {
        cards.add(signed.card());
      }
    }
    return cards;
  }
}
