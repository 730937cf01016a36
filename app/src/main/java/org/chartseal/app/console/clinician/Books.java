package org.chartseal.app.console.clinician;

import org.chartseal.app.session.Seat;
import org.chartseal.services.consent.PairBook;
import org.chartseal.services.consent.PairBookOutcome;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.record.PairStreams;
import org.chartseal.services.seal.RefusedException;

/** Reads what an organisation and a patient agreed. */
final class Books {

  private Books() {}

  /** The book of the pair; the caller closes it. */
  static PairBook read(Seat seat, PatientCard card) throws RefusedException {
    try (PairStreams pair = seat.pair(card)) {
      return switch (seat.workspace()
          .consents()
          .books()
          .read(card, seat.organisation().id(), pair)) {
        case PairBookOutcome.Failed(var fault) -> throw new RefusedException(fault);
        case PairBookOutcome.Read(var book) -> book;
      };
    }
  }
}
