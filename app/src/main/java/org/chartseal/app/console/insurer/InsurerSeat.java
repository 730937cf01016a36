package org.chartseal.app.console.insurer;

import java.util.concurrent.locks.ReentrantLock;
import org.chartseal.app.console.Devices;
import org.chartseal.app.console.Refusals;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.MemberCards;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.claims.desk.OrganisationSession;
import org.chartseal.services.claims.desk.PayerRules;
import org.chartseal.services.identity.OrganisationParty;
import org.chartseal.services.identity.UnlockedIdentity;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.dialog.KeyHolder;

/**
 * An insurer at its console. What was sent to it is opened with its own device, which stays
 * unlocked while somebody sits here; whatever is signed takes the PIN again.
 */
public final class InsurerSeat implements AutoCloseable {

  private static final Fault LEFT =
      new Fault("CS-DESK-06", "The console was locked meanwhile. Enter the PIN to go on.");

  private final Seat seat;
  private final Devices devices;
  private final OrganisationSession session;
  private final ReentrantLock one = new ReentrantLock();
  private boolean closed;

  /** Something that is done with an organisation's keys. */
  @FunctionalInterface
  interface Act<T> {
    T with(OrganisationSession session) throws RefusedException;
  }

  private InsurerSeat(Seat seat, Devices devices) {
    this.seat = seat;
    this.devices = devices;
    this.session = session(seat);
  }

  /** Takes the place of an insurer that acts by itself, with its device unlocked by this PIN. */
  public static InsurerSeat take(Workspace workspace, Devices devices, Identity insurer, Pin pin)
      throws RefusedException {
    return new InsurerSeat(own(workspace, devices, insurer, pin), devices);
  }

  /** The insurer's name. */
  public String name() {
    return seat.organisation().name();
  }

  /** The organisation; its keys stay open as long as this seat is taken. */
  public OrganisationParty organisation() {
    return seat.organisation();
  }

  /** Everything of this home. */
  public Workspace workspace() {
    return seat.workspace();
  }

  /** The device, asked before its PIN. */
  KeyHolder holder() {
    return devices.holder(seat.person());
  }

  /** By what this insurer decides. */
  PayerRules rules() {
    return workspace()
        .claims()
        .rules()
        .with(new MemberCards(workspace(), seat.organisation().id()));
  }

  /** Reads with the keys of this seat; one at a time, and nothing after it was left. */
  <T> T read(Act<T> act) throws RefusedException {
    one.lock();
    try {
      if (closed) {
        throw new RefusedException(LEFT);
      }
      return Refusals.in(() -> act.with(session));
    } finally {
      one.unlock();
    }
  }

  /** Signs with the device, unlocked by this PIN for this one act. */
  <T> T sign(Pin pin, Act<T> act) throws RefusedException {
    try (Seat unlocked = own(workspace(), devices, seat.person(), pin);
        OrganisationSession signing = session(unlocked)) {
      return Refusals.in(() -> act.with(signing));
    }
  }

  @Override
  public void close() {
    one.lock();
    try {
      closed = true;
      session.close();
      seat.close();
    } finally {
      one.unlock();
    }
  }

  private static Seat own(Workspace workspace, Devices devices, Identity insurer, Pin pin)
      throws RefusedException {
    return Refusals.in(() -> {
      UnlockedIdentity keys = devices.keyring().unlock(insurer, pin);
      boolean taken = false;
      try {
        Seat seat = Seat.own(workspace, insurer, keys);
        taken = true;
        return seat;
      } finally {
        if (!taken) {
          keys.close();
        }
      }
    });
  }

  private static OrganisationSession session(Seat seat) {
    return new OrganisationSession(seat.organisation(), seat.workspace().identity().pairs());
  }
}
