package org.chartseal.app.console;

import java.security.SecureRandom;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeException;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.signing.Pin;

/** Those of the demonstration that the story needs, and their PINs. */
final class DemoPeople {

  static final String PATIENT = "adan-delrio";
  static final String DOCTOR = "dr-okafor";
  static final String INSURER = "meridian";

  private final HomeFolder home;

  DemoPeople(HomeFolder home) {
    this.home = home;
  }

  String pin(String alias) {
    try (Pin pin = new DemoPins(home, new SecureRandom()).find(alias).orElseThrow()) {
      return pin.use(String::new);
    } catch (HomeException e) {
      throw new AssertionError(e);
    }
  }

  /** Somebody takes their place at a window that asks who sits there. */
  void signIn(Sitting at, String alias) {
    at.press("#person-" + alias);
    at.pin(pin(alias));
    at.untilShown("#occupant");
  }
}
