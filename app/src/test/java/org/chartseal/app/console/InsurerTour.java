package org.chartseal.app.console;

import java.util.concurrent.locks.LockSupport;
import javafx.scene.input.KeyCode;

/** The insurer's part of the tour. */
final class InsurerTour {

  private static final long REST = 400_000_000;

  private final Sitting at;
  private final Camera camera;
  private final DemoPeople people;

  InsurerTour(Sitting at, Camera camera, DemoPeople people) {
    this.at = at;
    this.camera = camera;
    this.people = people;
  }

  void arrive() {
    Sitting.onFx(at.window()::signIn);
    people.signIn(at, DemoPeople.INSURER);
  }

  void decide() {
    at.until("a claim", () -> at.rows("#queue-table") == 1);
    camera.take(at, "30-queue");
    at.select("#queue-table", 0);
    camera.take(at, "30-queue-selected");
    openClaim("#queue-table");
    camera.take(at, "31-claim");
    at.press("#claim-back");
    camera.take(
        at,
        "32-decide-pin",
        () -> {
          at.escape();
          at.press("#queue-decide-shown");
          at.untilShown(".cs-pin-field");
        });
    at.pin(people.pin(DemoPeople.INSURER));
    at.untilShown("#decide-summary");
    LockSupport.parkNanos(2 * REST);
    camera.take(at, "32-decide-summary");
    at.press("#summary-close");
    camera.take(at, "32-queue-empty");
  }

  private void openClaim(String table) {
    at.select(table, 0);
    at.key(table, KeyCode.ENTER);
    at.untilShown("#claim");
    at.until("lines", () -> at.rows("#claim-lines") > 0);
    at.select("#claim-lines", 0);
    LockSupport.parkNanos(3 * REST);
  }

  void review() {
    at.press("#go-decided");
    at.until("a decision", () -> at.rows("#decided-table") == 1);
    camera.take(at, "33-decided");
    at.select("#decided-table", 0);
    at.press("#decided-replay");
    at.untilShown("#decided-note");
    camera.take(at, "33-decided-replayed");
    openClaim("#decided-table");
    camera.take(at, "33-claim-decided");
    Camera.scrollDown(at);
    camera.take(at, "33-claim-ruling");
    at.press("#claim-back");
  }

  void pay() {
    at.press("#go-settlement");
    at.untilShown("#settlement-pay");
    camera.take(at, "34-settlement");
    at.press("#settlement-pay");
    at.pin(people.pin(DemoPeople.INSURER));
    at.untilShown("#settlement-note");
    LockSupport.parkNanos(10 * REST);
    at.press("#settlement-reload");
    LockSupport.parkNanos(2 * REST);
    camera.take(at, "34-settlement-paid");
    at.press("#go-rules");
    at.untilShown("#rules-title");
    camera.take(at, "35-rules");
  }

  /** The node was stopped. */
  void offline() {
    at.press("#go-queue");
    LockSupport.parkNanos(6 * REST);
    camera.take(at, "52-queue-offline");
    at.press("#go-settlement");
    LockSupport.parkNanos(6 * REST);
    camera.take(at, "52-settlement-offline");
  }
}
