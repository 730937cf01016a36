package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.inbox.ClaimItem;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.shell.Finder;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;

/**
 * Finds entries of the record that is open, the patients who confirmed at this hospital, and its
 * claims.
 */
public final class ClinicianFinder implements Finder {

  /** With less, everybody would be listed to whoever looks over the shoulder. */
  private static final int LEAST = 2;

  private final Seat seat;
  private final Supplier<OpenedRecord> record;
  private final Supplier<List<ClaimItem>> claims;
  private final Opening opening;

  /** Shows what was found; for the JavaFX thread. */
  public interface Opening {

    /** Presents the card in a file. */
    void present(String file);

    /** Shows an entry of the open record. */
    void entry(String name);

    /** Shows one of the organisation's claims. */
    void claim(Hash32 claim);
  }

  /**
   * @param record that is open; one without entries if none is
   * @param claims as far as they were read
   */
  public ClinicianFinder(
      Seat seat, Supplier<OpenedRecord> record, Supplier<List<ClaimItem>> claims, Opening opening) {
    this.seat = seat;
    this.record = record;
    this.claims = claims;
    this.opening = opening;
  }

  @Override
  public List<Found> find(String typed, int most, Localisation words, Progress progress)
      throws RefusedException {
    Sought sought = new Sought(typed);
    // Whoever has a record open looks in it first: Enter does not leave the visit unasked.
    List<Found> found =
        new ArrayList<>(
            new EntrySearch(words).find(record.get().items(), sought, most, opening::entry));
    if (typed.length() >= LEAST) {
      found.addAll(patients(sought, most, words));
      found.addAll(new ClaimSearch(words).find(claims.get(), sought, most, opening::claim));
    }
    return found;
  }

  private List<Found> patients(Sought sought, int most, Localisation words)
      throws RefusedException {
    PersonText text = new PersonText(words);
    return Refusals.in(() -> {
      Visits visits = new Visits(seat.workspace().home());
      List<Found> found = new ArrayList<>();
      for (var card : new KnownPatients(seat).cards()) {
        PatientDetails person = card.person();
        if (found.size() < most && sought.isIn(person.name())) {
          String file = visits.card(seat.organisation().id(), card.party()).toString();
          found.add(
              new Found.Patient(
                  person.name(), text.born(person), Place.VISIT, () -> opening.present(file)));
        }
      }
      return found;
    });
  }
}
