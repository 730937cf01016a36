package org.chartseal.app.console;

import org.chartseal.app.console.insurer.InsurerSeat;
import org.chartseal.app.console.patient.PatientSeat;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.DeviceKey;
import org.chartseal.signing.Pin;

/** Makes what a person of each role works with. */
final class Sessions implements HomeSignIn.SessionFactory {

  private final Workspace workspace;
  private final Devices devices;

  Sessions(Workspace workspace, Devices devices) {
    this.workspace = workspace;
    this.devices = devices;
  }

  @Override
  public PersonSession open(
      Identity person, Pin pin, HomeStatus status, Keyring keyring, Progress progress)
      throws RefusedException {
    return switch (person.role()) {
      case INSURER -> new InsurerSession(InsurerSeat.take(workspace, devices, person, pin), status);
      case PATIENT ->
          Refusals.in(
              () -> new PatientConsole(PatientSeat.take(workspace, keyring, person, pin), status));
      case CLINICIAN, ORGANISATION, REGISTRAR ->
          new ClinicianSession(
              Refusals.in(
                  () -> Seat.take(workspace, keyring, person, confirmed(person, pin, keyring))),
              devices,
              status);
    };
  }

  /** The person's key, after their PIN was right; the device is locked again at once. */
  private static DeviceKey confirmed(Identity person, Pin pin, Keyring keyring)
      throws RefusedException {
    try (UnlockedIdentity keys = keyring.unlock(person, pin)) {
      return keys.signing();
    }
  }
}
