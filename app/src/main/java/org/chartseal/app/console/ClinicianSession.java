package org.chartseal.app.console;

import java.util.List;
import org.chartseal.app.session.Seat;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;

/** A clinician at the console of their organisation. */
final class ClinicianSession implements PersonSession {

  private final Seat seat;
  private final HomeStatus status;

  ClinicianSession(Seat seat, HomeStatus status) {
    this.seat = seat;
    this.status = status;
  }

  @Override
  public Frame frame(Kit kit, Frame.Exits exits) {
    return new Frame(
        new Occupant(seat.person().name(), seat.organisation().name()),
        List.of(),
        status,
        text -> List.of(),
        exits,
        Frame.Network.SAMPLE);
  }

  @Override
  public void close() {
    seat.close();
  }
}
