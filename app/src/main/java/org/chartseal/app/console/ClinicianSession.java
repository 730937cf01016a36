package org.chartseal.app.console;

import java.util.List;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.views.ask.AskDesk;
import org.chartseal.views.ask.AskScreen;
import org.chartseal.views.ask.WaitScreen;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.record.RecordScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Occupant;
import org.chartseal.views.shell.Place;
import org.chartseal.views.visit.VisitScenes;
import org.chartseal.views.visit.VisitWorkflow;

/** A clinician at the console of their organisation. */
final class ClinicianSession implements PersonSession {

  private final Seat seat;
  private final Devices devices;
  private final HomeStatus status;

  ClinicianSession(Seat seat, Devices devices, HomeStatus status) {
    this.seat = seat;
    this.devices = devices;
    this.status = status;
  }

  @Override
  public Frame frame(Kit kit, Destination settings, Frame.Exits exits) {
    return new Frame(
        new Occupant(seat.person().name(), seat.organisation().name()),
        List.of(
            new Destination(
                Place.VISIT,
                () -> new VisitWorkflow(kit, new ClinicianVisit(seat, devices), new Scenes(kit))),
            settings),
        status,
        text -> List.of(),
        exits,
        status.kind());
  }

  @Override
  public void close() {
    seat.close();
  }

  /** The scenes of this clinician's visits. */
  private final class Scenes implements VisitScenes {
    private final Kit kit;
    private final AskDesk asking = new ClinicianAsk(seat);

    Scenes(Kit kit) {
      this.kit = kit;
    }

    @Override
    public Screen ask(Visitor visitor, Runnable granted, Runnable left) {
      return new AskScreen(kit, asking, visitor, granted, left);
    }

    @Override
    public Screen wait(Visitor visitor, ConsentTerms terms, Runnable granted, Runnable left) {
      return new WaitScreen(kit, asking, visitor, terms, granted, left);
    }

    @Override
    public Screen record(Visitor visitor, Runnable ended) {
      return new RecordScreen(kit, new ClinicianRecord(seat), visitor, List.of(), ended);
    }
  }
}
