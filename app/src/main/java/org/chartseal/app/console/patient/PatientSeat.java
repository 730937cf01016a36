package org.chartseal.app.console.patient;

import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.app.session.PatientDevice;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.consent.PatientSession;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/**
 * A patient who is signed in. Reading is done with the device that they unlocked; every signature
 * takes their PIN anew. Closing waits for what reads, and wipes the keys.
 */
public final class PatientSeat implements AutoCloseable {

  private static final Fault ENDED =
      new Fault("CS-SEAT-01", "You are not signed in any more. Sign in again to go on.");

  private final Workspace workspace;
  private final Devices devices;
  private final Identity patient;
  private final PatientDevice device;
  private final ReadWriteLock use = new ReentrantReadWriteLock();
  private boolean closed;

  private PatientSeat(
      Workspace workspace, Devices devices, Identity patient, PatientDevice device) {
    this.workspace = workspace;
    this.devices = devices;
    this.patient = patient;
    this.device = device;
  }

  /**
   * Something that is done with a patient's keys.
   *
   * @param <T> what comes of it
   */
  @FunctionalInterface
  public interface SessionJob<T> {
    T run(PatientSession session) throws RefusedException;
  }

  /**
   * Lets a patient in.
   *
   * @param pin stays the caller's
   */
  public static PatientSeat take(Workspace workspace, Keyring keyring, Identity patient, Pin pin)
      throws RefusedException, HomeException {
    return new PatientSeat(
        workspace,
        new Devices(workspace.home()),
        patient,
        PatientDevice.open(workspace, keyring, patient, pin));
  }

  public Workspace workspace() {
    return workspace;
  }

  public Identity patient() {
    return patient;
  }

  /** Reads with the device as it was unlocked at signing in. */
  <T> T read(SessionJob<T> job) throws RefusedException {
    use.readLock().lock();
    try {
      if (closed) {
        throw new RefusedException(ENDED);
      }
      return Refusals.in(() -> job.run(device.session()));
    } finally {
      use.readLock().unlock();
    }
  }

  /** Unlocks the device with this PIN, acts, and locks it again. */
  <T> T sign(Pin pin, SessionJob<T> job) throws RefusedException {
    return Refusals.in(() -> {
      try (PatientDevice unlocked =
          PatientDevice.open(workspace, devices.keyring(), patient, pin)) {
        return job.run(unlocked.session());
      }
    });
  }

  /** What a PIN dialog says about the patient's device. */
  KeyHolder holder() {
    return devices.holder(patient);
  }

  @Override
  public void close() {
    use.writeLock().lock();
    try {
      closed = true;
      device.close();
    } finally {
      use.writeLock().unlock();
    }
  }
}
