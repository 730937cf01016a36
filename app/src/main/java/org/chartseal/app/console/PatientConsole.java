package org.chartseal.app.console;

import java.util.List;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.chartseal.app.console.patient.OpenRequests;
import org.chartseal.app.console.patient.PatientLooked;
import org.chartseal.app.console.patient.PatientRecord;
import org.chartseal.app.console.patient.PatientRequests;
import org.chartseal.app.console.patient.PatientSeat;
import org.chartseal.app.console.patient.PatientSharing;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.looked.LookedScreen;
import org.chartseal.views.myrecord.MyRecordScreen;
import org.chartseal.views.requests.RequestsScreen;
import org.chartseal.views.sharing.SharingScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;
import org.chartseal.views.shell.Place;

/** A patient at their own console. */
final class PatientConsole implements PersonSession {

  private final PatientSeat seat;
  private final HomeStatus status;
  private final PatientRequests requests;

  PatientConsole(PatientSeat seat, HomeStatus status) throws RefusedException {
    this.seat = seat;
    this.status = status;
    this.requests = new PatientRequests(seat);
  }

  @Override
  public Frame frame(Kit kit, Destination settings, Frame.Exits exits) {
    IntegerProperty open = new SimpleIntegerProperty();
    return new Frame(
        new Occupant(seat.patient().name(), ""),
        List.of(
            new Destination(Place.REQUESTS, open, () -> new RequestsScreen(kit, requests, open)),
            new Destination(
                Place.MY_RECORD, () -> new MyRecordScreen(kit, new PatientRecord(seat))),
            new Destination(Place.SHARING, () -> new SharingScreen(kit, new PatientSharing(seat))),
            new Destination(Place.WHO_LOOKED, () -> new LookedScreen(kit, new PatientLooked(seat))),
            settings),
        new OpenRequests(status, requests, count -> kit.tasks().later(() -> open.set(count))),
        exits,
        status.kind(),
        (typed, most, words, progress) -> List.of());
  }

  @Override
  public void close() {
    seat.close();
  }
}
