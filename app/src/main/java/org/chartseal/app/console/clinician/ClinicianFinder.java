package org.chartseal.app.console.clinician;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.Visits;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.PatientDetails;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.patient.PersonText;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.text.Sought;
import org.chartseal.views.shell.Finder;
import org.chartseal.views.shell.Found;
import org.chartseal.views.shell.Place;

/** Finds the patients who confirmed at this hospital, and entries of the record that is open. */
public final class ClinicianFinder implements Finder {

  /** With less, everybody would be listed to whoever looks over the shoulder. */
  private static final int LEAST = 2;

  private final Seat seat;
  private final Supplier<OpenedRecord> record;
  private final Consumer<String> present;
  private final Consumer<String> choose;

  /**
   * @param record that is open; one without entries if none is
   * @param present presents the card in a file
   * @param choose shows an entry of the open record
   */
  public ClinicianFinder(
      Seat seat, Supplier<OpenedRecord> record, Consumer<String> present, Consumer<String> choose) {
    this.seat = seat;
    this.record = record;
    this.present = present;
    this.choose = choose;
  }

  @Override
  public List<Found> find(String typed, int most, Localisation words, Progress progress)
      throws RefusedException {
    Sought sought = new Sought(typed);
    // Whoever has a record open looks in it first: Enter does not leave the visit unasked.
    List<Found> found =
        new ArrayList<>(new EntrySearch(words).find(record.get().items(), sought, most, choose));
    if (typed.length() >= LEAST) {
      found.addAll(patients(sought, most, words));
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
                  person.name(), text.born(person), Place.VISIT, () -> present.accept(file)));
        }
      }
      return found;
    });
  }
}
