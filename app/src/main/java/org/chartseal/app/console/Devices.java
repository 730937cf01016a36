package org.chartseal.app.console;

import java.security.SecureRandom;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Keyring;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.views.kit.dialog.KeyHolder;

/** The devices of a home's people, as the window asks for their PINs. */
public final class Devices {

  private final HomeFolder home;

  public Devices(HomeFolder home) {
    this.home = home;
  }

  /**
   * A keyring that takes PINs as they are given, and asks nobody by itself: the window does, in its
   * dialog.
   */
  public Keyring keyring() {
    return new Keyring(
        new Identities(home),
        new DemoPins(home, new SecureRandom()),
        (alias, question) -> {
          throw new RefusedException(
              new Fault("CS-PIN-11", "A PIN is needed for this. Ask again, and enter it."));
        });
  }

  /** What a PIN dialog says about somebody's device. */
  public KeyHolder holder(Identity person) {
    Keyring keyring = keyring();
    return new KeyHolder(
        person.name(), kind(person), keyring.pinStatus(person), () -> keyring.pinStatus(person));
  }

  /** On what somebody's keys are. */
  KeyHolder.Kind kind(Identity person) {
    try {
      return new Identities(home).token(person).isPresent()
          ? KeyHolder.Kind.HSM
          : KeyHolder.Kind.FILE;
    } catch (HomeException e) {
      // Asking for the PIN status says what is wrong with the home.
      return KeyHolder.Kind.FILE;
    }
  }
}
