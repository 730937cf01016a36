package org.chartseal.app.console.patient;

import java.util.Comparator;
import java.util.List;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.consent.PatientBooks;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.looked.LookedDesk;

/** Who looked at a patient's record, as their consoles reported it. */
public final class PatientLooked implements LookedDesk {

  private final PatientSeat seat;

  public PatientLooked(PatientSeat seat) {
    this.seat = seat;
  }

  @Override
  public List<AccessReceipt> openings() throws RefusedException {
    return seat.read(session -> {
      try (PatientBooks books = seat.workspace().consents().patients().read(session)) {
        return books.books().stream()
            .flatMap(book -> book.receipts().stream())
            .sorted(Comparator.comparing(AccessReceipt::recorded).reversed())
            .toList();
      }
    });
  }
}
