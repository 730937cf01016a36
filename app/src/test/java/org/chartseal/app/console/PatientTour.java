package org.chartseal.app.console;

import java.util.List;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.Button;

/** The patient's part of the tour. */
final class PatientTour {

  private static final long REST = 400_000_000;

  private final Sitting at;
  private final Camera camera;
  private final DemoPeople people;

  PatientTour(Sitting at, Camera camera, DemoPeople people) {
    this.at = at;
    this.camera = camera;
    this.people = people;
  }

  void arrive() {
    Sitting.onFx(at.window()::signIn);
    people.signIn(at, DemoPeople.PATIENT);
  }

  void refuse() {
    at.untilShown("#approve-*");
    camera.take(at, "21-requests");
    camera.take(at, "21-refuse-pin", () -> askPin("#refuse-*"));
    at.pin(people.pin(DemoPeople.PATIENT));
    at.untilGone("#refuse-*");
    LockSupport.parkNanos(10 * REST);
    camera.take(at, "22-request-refused");
  }

  void narrow() {
    at.untilShown("#approve-*");
    at.press("#less-*");
    camera.take(at, "23-request-narrow");
    at.choose("#end-*", 1);
    camera.take(at, "23-request-narrowed");
    camera.take(at, "23-approve-pin", () -> askPin("#approve-*"));
    at.pin(people.pin(DemoPeople.PATIENT));
    at.untilGone("#approve-*");
    LockSupport.parkNanos(10 * REST);
    camera.take(at, "24-request-approved");
  }

  private void askPin(String by) {
    at.escape();
    at.press(by);
    at.untilShown(".cs-pin-field");
  }

  void ownRecord() {
    record();
    camera.take(at, "25-my-record");
    at.press("#entry-why");
    camera.take(at, "25-my-record-why");
    at.press("#go-who-looked");
    at.untilShown("#looked-copy");
    LockSupport.parkNanos(3 * REST);
    camera.take(at, "26-who-looked");
    at.press("#go-sharing");
    at.untilShown("#revoke-*");
    camera.take(at, "27-sharing");
    at.press("#go-settings");
    LockSupport.parkNanos(4 * REST);
    camera.take(at, "28-settings");
    Camera.scrollDown(at);
    camera.take(at, "28-settings-end");
    at.press("#settings-examine");
    LockSupport.parkNanos(4 * REST);
    at.untilGone("#state-step");
    Camera.pulses();
    Camera.scrollDown(at);
    camera.take(at, "28-settings-examined");
  }

  private void record() {
    at.press("#go-my-record");
    at.untilShown("#my-again");
    at.select("#my-entries", 0);
    LockSupport.parkNanos(3 * REST);
  }

  void costs() {
    at.press("#go-my-record");
    at.press("#my-again");
    at.untilGone("#my-again");
    record();
    camera.take(at, "36-my-record-paid");
  }

  void revoke() {
    at.press("#go-sharing");
    at.untilShown("#revoke-*");
    camera.take(
        at,
        "37-revoke",
        () -> {
          at.escape();
          at.press("#revoke-*");
          at.untilShown(".cs-dialog");
        });
    Sitting.onFx(() -> ((Button) at.node(".danger")).fire());
    at.pin(people.pin(DemoPeople.PATIENT));
    at.untilGone(".cs-pin-field");
    LockSupport.parkNanos(10 * REST);
    camera.take(at, "37-revoked");
  }

  /** The node was stopped. */
  void offline() {
    for (String place : List.of("requests", "my-record", "sharing", "who-looked")) {
      at.press("#go-" + place);
      LockSupport.parkNanos(6 * REST);
      camera.take(at, "51-" + place + "-offline");
    }
  }
}
