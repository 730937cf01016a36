package org.chartseal.app.console;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.chartseal.app.console.clinician.ClinicianAddition;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianSigning;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.Tray;
import org.chartseal.app.session.Seat;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.views.addition.AdditionActions;
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
import org.chartseal.views.sign.SignScreen;
import org.chartseal.views.visit.VisitScenes;
import org.chartseal.views.visit.VisitWorkflow;

/** A clinician at the console of their organisation. */
final class ClinicianSession implements PersonSession {

  private final Seat seat;
  private final Devices devices;
  private final HomeStatus status;
  private final Tray tray = new Tray();

  ClinicianSession(Seat seat, Devices devices, HomeStatus status) {
    this.seat = seat;
    this.devices = devices;
    this.status = status;
  }

  @Override
  public Frame frame(Kit kit, Destination settings, Frame.Exits exits) {
    ReadOnlyIntegerWrapper unsigned = new ReadOnlyIntegerWrapper();
    ClinicianSigning signing = new ClinicianSigning(seat, devices, tray);
    Runnable count =
        () ->
            kit.tasks()
                .start(
                    progress -> signing.waiting(),
                    unsigned::set,
                    fault -> {
                      // The screen itself says what is wrong when somebody goes there.
                    });
    count.run();
    return new Frame(
        new Occupant(seat.person().name(), seat.organisation().name()),
        List.of(
            new Destination(
                Place.VISIT,
                () ->
                    new VisitWorkflow(
                        kit, new ClinicianVisit(seat, devices), new Scenes(kit, count))),
            new Destination(
                Place.SIGN, unsigned, () -> new SignScreen(kit, signing, unsigned::set)),
            settings),
        status,
        text -> List.of(),
        exits,
        status.kind());
  }

  @Override
  public void close() {
    tray.clear();
    seat.close();
  }

  /** The scenes of this clinician's visits. */
  private final class Scenes implements VisitScenes {
    private final Kit kit;
    private final Runnable added;
    private final AskDesk asking = new ClinicianAsk(seat);

    Scenes(Kit kit, Runnable added) {
      this.kit = kit;
      this.added = added;
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
      AdditionActions additions =
          new AdditionActions(kit, new ClinicianAddition(seat, tray), visitor, added);
      return new RecordScreen(
          kit,
          new ClinicianRecord(seat),
          visitor,
          new RecordScreen.Additions(additions.buttons(), additions::add),
          ended);
    }
  }
}
