package org.chartseal.app.console;

import org.chartseal.app.console.patient.PatientSeat;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Progress;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.P256PublicKey;
import org.chartseal.signing.Pin;

/** Makes what a person of each role works with. */
final class Sessions implements HomeSignIn.SessionFactory {

  private final Workspace workspace;

  Sessions(Workspace workspace) {
    this.workspace = workspace;
  }

  @Override
  public PersonSession open(
      Identity person, Pin pin, HomeStatus status, Keyring keyring, Progress progress)
      throws RefusedException {
    return switch (person.role()) {
      case PATIENT ->
          Refusals.in(
              () -> new PatientConsole(PatientSeat.take(workspace, keyring, person, pin), status));
      case CLINICIAN, ORGANISATION, REGISTRAR, INSURER ->
          new ClinicianSession(
              Refusals.in(
                  () -> Seat.take(workspace, keyring, person, confirmed(person, pin, keyring))),
              status);
    };
  }

  /** The person's key, after their PIN was right; the device is locked again at once. */
  private static P256PublicKey confirmed(Identity person, Pin pin, Keyring keyring)
      throws RefusedException {
    try (UnlockedIdentity keys = keyring.unlock(person, pin)) {
      return keys.signing().publicKey();
    }
  }
}
