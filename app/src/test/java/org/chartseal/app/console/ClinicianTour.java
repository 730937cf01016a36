package org.chartseal.app.console;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import javafx.scene.control.ListView;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.chartseal.services.outbox.JobState;
import org.chartseal.views.sign.SignDesk;

/** The clinician's part of the tour. */
final class ClinicianTour {

  /** How a visit begins to say that consent is looked for, in both languages. */
  private static final List<String> LOOKING = List.of("Looking for", "환자의 동의를 찾");

  private static final String WRONG = "000000";
  private static final long REST = 400_000_000;

  private final Sitting at;
  private final Camera camera;
  private final DemoPeople people;

  ClinicianTour(Sitting at, Camera camera, DemoPeople people) {
    this.at = at;
    this.camera = camera;
    this.people = people;
  }

  void firstStart() {
    at.untilShown("#state-step");
    camera.take(at, "01-start");
    at.untilShown("#person-dr-okafor");
    camera.take(at, "02-sign-in");
    camera.take(at, "03-pin", this::askPin);
    camera.atOnce(
        at,
        "03-pin-working",
        () -> {
          askPin();
          at.type(WRONG);
        },
        "#pin-confirm");
    camera.take(
        at,
        "03-pin-wrong",
        () -> {
          askPin();
          at.pin(WRONG);
          at.until("a refusal", () -> at.says("CS-PIN-08"));
        });
    at.escape();
    people.signIn(at, DemoPeople.DOCTOR);
  }

  private void askPin() {
    at.escape();
    at.press("#person-dr-okafor");
    at.untilShown(".cs-pin-field");
  }

  void visit() {
    at.until("the cards", () -> at.says("Adán Joaquín Delrío"));
    camera.take(at, "04-visit");
    at.write("#find-patient", "nobody");
    camera.take(at, "04-visit-nobody");
    present();
    at.untilShown("#visit-go-on");
    camera.take(at, "05-visitor-first", this::present);
    camera.take(
        at,
        "05-visitor-pin",
        () -> {
          at.escape();
          at.press("#visit-go-on");
          at.untilShown(".cs-pin-field");
        });
    at.pin(people.pin(DemoPeople.PATIENT));
    at.until("no consent", () -> at.says("You have no consent to read this record."));
    camera.take(
        at,
        "06-visitor",
        () -> {
          present();
          untilStandingIsKnown();
        });
  }

  /** Somebody sits down: their card is found by name. */
  void present() {
    findCard();
    at.untilShown("#visit-go-on");
  }

  private void findCard() {
    if (at.shows("#visit-leave")) {
      at.press("#visit-leave");
    }
    at.untilShown("#find-patient");
    at.write("#find-patient", "");
    at.until("cards", () -> !((ListView<?>) at.node("#cards")).getItems().isEmpty());
    LockSupport.parkNanos(REST);
    at.write("#find-patient", "delr");
    at.key("#find-patient", KeyCode.ENTER);
  }

  void ask() {
    at.press("#visit-go-on");
    at.untilShown("#ask-send");
    camera.take(at, "07-ask");
    at.press("#preset-follow-up");
    camera.take(at, "07-ask-follow-up");
    at.press("#preset-visit");
    send();
    camera.take(at, "08-wait");
  }

  void refused() {
    at.until("a refusal", () -> !at.shows(".progress-indicator"));
    camera.take(at, "08-wait-refused");
    at.press("#wait-leave");
    at.until("where they stand", () -> at.says("You have no consent to read this record."));
    at.press("#visit-go-on");
    send();
  }

  private void send() {
    at.press("#ask-send");
    at.untilShown("#wait-take-back");
  }

  void record() {
    untilRead();
    camera.take(at, "09-record-timeline");
    at.press("#view-list");
    at.select("#entries", 0);
    LockSupport.parkNanos(3 * REST);
    camera.take(at, "10-record-list");
    at.press("#entry-why");
    camera.take(at, "11-why");
    at.write("#record-filter", "nothing says this");
    camera.take(at, "12-record-nothing-found");
    at.write("#record-filter", "");
    compare();
  }

  private void compare() {
    at.select("#entries", 2);
    LockSupport.parkNanos(2 * REST);
    at.press("#entry-compare");
    at.select("#entries", 4);
    LockSupport.parkNanos(2 * REST);
    camera.take(at, "12-record-marked");
    at.press("#entry-compare");
    at.untilShown("#compare-rows");
    LockSupport.parkNanos(2 * REST);
    camera.take(at, "12-record-compared");
    at.press("#compare-back");
    at.untilGone("#compare-rows");
    at.press("#compare-clear");
  }

  private void untilStandingIsKnown() {
    at.until(
        "where they stand",
        () ->
            at.enabled("#visit-go-on")
                && LOOKING.stream().noneMatch(at.text("#standing")::startsWith));
  }

  private void untilRead() {
    at.until("the record", () -> at.text("#record-status").contains("complete at block"));
  }

  void add(List<Path> files) {
    camera.take(
        at,
        "13-note",
        () -> {
          at.escape();
          at.press("#add-note");
          at.untilShown("#note-text");
        });
    at.escape();
    camera.take(
        at,
        "13-note-hints",
        () -> {
          // The first folds what is offered.
          at.escape();
          at.escape();
          at.press("#add-note");
          at.write("#note-problem", "Acute bronchitis");
          at.write("#note-medicine", "Amoxicillin 250 MG");
          at.write("#note-order", "Body Weight");
          at.write("#note-text", "Stitches out in ten days.");
          LockSupport.parkNanos(4 * REST);
        });
    at.until("a compared note", () -> at.enabled("#note-add"));
    at.press("#note-add");
    at.untilGone("#note-text");
    camera.take(
        at,
        "14-documents",
        () -> {
          at.escape();
          Sitting.onFx(() -> new DroppedFiles(files).on(at.dropping()));
          at.untilShown("#documents-close");
          at.untilGone("#state-step");
        });
    at.escape();
  }

  void sign() {
    at.press("#go-sign");
    at.untilShown("#sign-all");
    at.untilShown("#drafts");
    at.select("#drafts", 0);
    at.untilShown(".cs-content");
    camera.take(at, "15-sign");
    camera.take(
        at,
        "15-sign-pin",
        () -> {
          at.escape();
          at.press("#sign-all");
          at.untilShown(".cs-pin-field");
        });
    at.type(people.pin(DemoPeople.DOCTOR));
    at.press("#pin-confirm");
    at.untilGone(".cs-pin-field");
    camera.take(at, "16-signing");
    at.until("final", this::isFinal);
    camera.take(at, "16-signed");
  }

  @SuppressWarnings("unchecked")
  private boolean isFinal() {
    return at.shows("#drafts")
        && ((TableView<SignDesk.Draft>) at.node("#drafts"))
            .getItems().stream().allMatch(draft -> draft.state() == JobState.FINAL);
  }

  void bill() {
    beginAgain();
    at.press("#visit-go-on");
    untilRead();
    at.press("#view-list");
    for (int row = 0; !at.shows("#content-original") && at.select("#entries", row); row++) {
      LockSupport.parkNanos(2 * REST);
    }
    camera.take(at, "17-entry-values");
    at.press("#content-original");
    camera.take(at, "17-entry-original");
    for (int row = 0; !at.shows("#entry-bill") && at.select("#entries", row); row++) {
      Camera.pulses();
    }
    LockSupport.parkNanos(2 * REST);
    camera.take(at, "18-visit-to-bill");
    camera.take(at, "18-bill", this::openBill);
    at.press("#bill-send");
    at.untilGone("#bill-send");
    camera.takeEnglish(at, "18-billed");
    camera.take(
        at,
        "18-bill-nothing-left",
        () -> {
          at.escape();
          at.press("#entry-bill");
          at.untilShown("#bill-insurer");
          at.untilGone("#state-step");
        });
    at.escape();
  }

  private void openBill() {
    at.escape();
    at.press("#entry-bill");
    at.until("a plan", () -> at.enabled("#bill-send"));
  }

  void inbox(String name) {
    at.press("#go-inbox");
    tab(0);
    at.until("a claim", () -> at.rows("#claims") == 1);
    at.select("#claims", 0);
    camera.take(at, name);
  }

  void answers() {
    tab(1);
    at.select("#answers", 0);
    camera.take(at, "20-inbox-answers");
  }

  private void tab(int number) {
    at.until("the inbox", () -> tabs().isPresent());
    Sitting.onFx(() -> tabs().orElseThrow().getSelectionModel().select(number));
  }

  private Optional<TabPane> tabs() {
    return at.nodes().stream()
        .filter(TabPane.class::isInstance)
        .map(TabPane.class::cast)
        .findFirst();
  }

  /** The patient sits here again. */
  void beginAgain() {
    at.press("#go-visit");
    at.press("#record-end");
    present();
    untilStandingIsKnown();
  }

  void revoked() {
    at.press("#visit-go-on");
    at.untilShown("#record-patient");
    at.untilGone("#record-stop");
    Camera.pulses();
    camera.take(at, "38-record-refused");
    beginAgain();
    camera.take(at, "38-visitor-revoked");
    at.press("#visit-leave");
  }

  void shell() {
    camera.take(
        at,
        "40-palette",
        () -> {
          at.escape();
          at.press("#shell-find");
        });
    camera.take(
        at,
        "40-palette-found",
        () -> {
          at.escape();
          at.press("#shell-find");
          at.write("#palette-text", "del");
          LockSupport.parkNanos(2 * REST);
        });
    at.escape();
    for (String lamp : List.of("card", "network", "outbox")) {
      lamp(lamp, "41-lamp-" + lamp);
    }
    at.press("#shell-lock");
    at.untilShown(".cs-pin-field");
    camera.take(at, "42-locked");
    at.escape();
    at.untilShown("#person-dr-okafor");
    camera.take(at, "42-locked-cancelled");
    people.signIn(at, DemoPeople.DOCTOR);
    at.until("the cards", () -> at.says("Adán Joaquín Delrío"));
  }

  private void lamp(String lamp, String name) {
    camera.take(
        at,
        name,
        () -> {
          at.escape();
          at.press("#lamp-" + lamp);
        });
    at.escape();
  }

  /** The node was stopped. */
  void offline() {
    at.until("a dark lamp", () -> !at.text("#lamp-network").matches(".*[0-9].*"));
    lamp("network", "50-lamp-network-away");
    camera.take(
        at,
        "50-visitor-offline",
        () -> {
          findCard();
          LockSupport.parkNanos(4 * REST);
        });
    at.press("#go-inbox");
    LockSupport.parkNanos(4 * REST);
    camera.take(at, "50-inbox-offline");
  }
}
