package org.chartseal.app.session;

import java.util.Optional;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.home.IdentityRole;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.identity.PatientCard;
import org.chartseal.services.identity.PatientParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;

/** A patient of this home with their device unlocked. */
public record PatientDevice(UnlockedIdentity keys, PatientSession session)
    implements AutoCloseable {

  /**
   * Unlocks a patient's device.
   *
   * @param what the PIN is for, to go on after "to"
   */
  public static PatientDevice open(
      Workspace workspace, Keyring keyring, Identity patient, String what)
      throws RefusedException, HomeException {
    requirePatient(patient);
    return of(workspace, card(workspace, patient), keyring.unlock(patient, what));
  }

  /** Unlocks a patient's device with this PIN, which stays the caller's. */
  public static PatientDevice open(Workspace workspace, Keyring keyring, Identity patient, Pin pin)
      throws RefusedException, HomeException {
    requirePatient(patient);
    return of(workspace, card(workspace, patient), keyring.unlock(patient, pin));
  }

  private static PatientCard card(Workspace workspace, Identity patient)
      throws RefusedException, HomeException {
    return new Patients(workspace).present(patient.alias()).card();
  }

  /**
   * A patient's device that was unlocked.
   *
   * @param keys closed with this, and when it is refused
   */
  public static PatientDevice of(Workspace workspace, PatientCard card, UnlockedIdentity keys)
      throws RefusedException {
    boolean open = false;
    try {
      PatientSession session =
          PatientSession.open(new PatientParty(card, keys), workspace.deployment());
      open = true;
      return new PatientDevice(keys, session);
    } finally {
      if (!open) {
        keys.close();
      }
    }
  }

  private static void requirePatient(Identity patient) throws RefusedException {
    if (patient.role() != IdentityRole.PATIENT) {
      throw new RefusedException(
          new Fault("CS-DESK-03", "Only a patient can do this. Choose one with --as."));
    }
  }

  /** The patient of this home whose card this is. */
  public static Identity owner(Workspace workspace, PatientCard card)
      throws RefusedException, HomeException {
    return find(workspace, card)
        .orElseThrow(() ->
            new RefusedException(
                new Fault(
                    "CS-VISIT-03",
                    "The patient's own device is needed here, and it is not connected. Ask for it.")));
  }

  /** The patient of this home whose card it is. */
  public static Optional<Identity> find(Workspace workspace, PatientCard card)
      throws RefusedException, HomeException {
    Patients patients = new Patients(workspace);
    for (Identity patient : new Identities(workspace.home()).of(IdentityRole.PATIENT)) {
      if (patients.present(patient.alias()).card().party().equals(card.party())) {
        return Optional.of(patient);
      }
    }
    return Optional.empty();
  }

  @Override
  public void close() {
    session.close();
    keys.close();
  }
}
