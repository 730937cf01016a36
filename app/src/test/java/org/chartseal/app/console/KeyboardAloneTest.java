package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.services.outbox.JobState;
import org.chartseal.views.sign.SignDesk;
import org.chartseal.views.testing.FxWatchdog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** The whole story in the window, on a real home, with nothing but keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardAloneTest {

  private static final int PATIENCE = 60;
  private static final int MOST_ENTRIES = 200;

  @TempDir static Path folder;

  private final CountDownLatch closed = new CountDownLatch(1);
  private HomeFolder home;
  private ChildProcesses chartseal;
  private Sitting at;
  private Keys keys;
  private FxWatchdog watchdog;

  @BeforeAll
  void openTheWindow() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    home = new HomeFolder(folder.resolve("home"));
    chartseal = new ChildProcesses(home.root(), Files.createDirectories(folder.resolve("output")));
    prepare();
    SampleShelf shelf = FewPatients.shelf(1, folder.resolve("shelf"));
    FxToolkit.registerPrimaryStage();
    watchdog = new FxWatchdog(Duration.ofMillis(100), FxWatchdog.Charge.OURS);
    Console console = new Console(home, shelf, "test", InstantSource.system(), closed::countDown);
    at = new Sitting(console, 1000, 800);
    keys = new Keys(at, new DemoPeople(home));
    Sitting.onFx(at.window()::start);
    at.untilShown("#person-dr-okafor");
  }

  /** Another hospital knows the patient and asked, too. */
  private void prepare() throws Exception {
    String patient = DemoPeople.PATIENT;
    done(chartseal.run("demo", "--patients", "1"));
    done(chartseal.run("visit", patient, "--as", "dr-kim"));
    done(chartseal.run("consent", "ask", patient, "--until", "8h", "--as", "dr-kim"));
  }

  @AfterAll
  void closeTheWindow() throws Exception {
    if (at != null) {
      Sitting.onFx(at.stage()::hide);
      assertThat(closed.await(PATIENCE, TimeUnit.SECONDS)).isTrue();
    }
  }

  @Test
  @Order(1)
  void a_patient_confirms_the_first_visit() {
    keys.signIn(DemoPeople.DOCTOR);
    present();
    at.until("first visit", () -> at.text("#visit-go-on").equals("Patient confirms with PIN"));
    keys.untilAt("visit-go-on");
    keys.type(KeyCode.ENTER);
    keys.pin(DemoPeople.PATIENT);
    at.until("no consent", () -> at.says("You have no consent to read this record."));
  }

  @Test
  @Order(2)
  void a_clinician_asks_for_another_class_and_a_longer_time() {
    keys.untilAt("visit-go-on");
    keys.type(KeyCode.ENTER);
    keys.untilAt("ask-send");
    String usual = at.text("#ask-sentence");
    keys.tabTo("ask-class-PSY");
    keys.type(KeyCode.SPACE);
    keys.tabTo("ask-period");
    keys.type(KeyCode.DOWN);
    assertThat(at.text("#ask-sentence")).isNotEqualTo(usual).contains("mental health");
    keys.tabTo("ask-send");
    keys.type(KeyCode.ENTER);
    keys.untilAt("wait-leave");
    keys.leave();
  }

  @Test
  @Order(3)
  void a_patient_refuses_one_request_and_narrows_another() {
    keys.signIn(DemoPeople.PATIENT);
    at.untilShown("#approve-*");
    keys.press("refuse-" + request("Hana Clinic"));
    keys.pin(DemoPeople.PATIENT);
    at.until("one request", () -> requests("Hana Clinic").isEmpty());
    // Until the one answer is in effect there is no other.
    at.until("an answer in effect", () -> at.says("Done. It is in effect."));
    int asked = request("St Mary Hospital");
    keys.press("less-" + asked);
    keys.press("class-PSY-" + asked);
    keys.tabTo("end-" + asked);
    keys.type(KeyCode.DOWN);
    assertThat(at.text("#sentence-" + asked)).doesNotContain("mental health");
    keys.press("approve-" + asked);
    keys.pin(DemoPeople.PATIENT);
    at.until("no request", () -> requests("St Mary Hospital").isEmpty());
    keys.leave();
  }

  @Test
  @Order(4)
  void a_clinician_reads_the_record_and_why_an_entry_is_believed() {
    keys.signIn(DemoPeople.DOCTOR);
    present();
    at.until("granted", () -> at.text("#visit-go-on").equals("Open the record"));
    keys.untilAt("visit-go-on");
    keys.type(KeyCode.ENTER);
    untilRead();
    keys.choose("view-*", KeyCode.RIGHT, "view-list");
    keys.tabTo("entries");
    keys.typeUntil(KeyCode.DOWN, "another entry", () -> chosen("#entries") > 0);
    keys.press("entry-why");
    at.until("the checks", () -> at.says("Signed by its author"));
  }

  @Test
  @Order(5)
  void two_entries_are_marked_and_compared() {
    keys.tabTo("entries");
    keys.type(KeyCode.M);
    keys.type(KeyCode.DOWN);
    keys.type(KeyCode.M);
    keys.type(KeyCode.C);
    keys.untilAt("compare-back");
    at.untilShown("#compare-rows");
    keys.type(KeyCode.SPACE);
    at.untilShown("#entries");
    keys.press("compare-clear");
  }

  @Test
  @Order(6)
  void a_note_is_written_in_its_fields_and_signed() {
    keys.press("add-note");
    keys.untilAt("note-problem");
    keys.write("Follow-up of the fracture");
    keys.tabTo("note-order");
    keys.write("body");
    at.untilShown("#note-order-offers");
    keys.type(KeyCode.DOWN);
    keys.type(KeyCode.ENTER);
    at.until("a code", () -> at.text("#note-order-code").contains("as in the record"));
    keys.tabTo("note-text");
    keys.write("Stitches out in ten days.");
    keys.press("note-add");
    at.untilGone("#note-text");
    keys.go("sign");
    at.until("one to sign", () -> at.text("#sign-all").equals("Sign 1 entry"));
    keys.press("sign-all");
    keys.pin(DemoPeople.DOCTOR);
    at.until("final", this::isFinal);
  }

  @Test
  @Order(7)
  void what_was_signed_is_in_the_record_and_a_visit_is_billed() throws Exception {
    keys.go("visit");
    int before = at.rows("#entries");
    at.until("the note", () -> at.text("#record-news").equals("Added: 1 entry"));
    Path visit = home.root().resolve("documents").resolve(DemoPeople.PATIENT + "-visit.json");
    done(chartseal.run("import", DemoPeople.PATIENT, visit.toString(), "--as", DemoPeople.DOCTOR));
    keys.type(KeyCode.F5);
    at.until("the visit", () -> at.rows("#entries") > before + 1);
    keys.tabTo("entries");
    keys.type(KeyCode.HOME);
    for (int row = 0; row < MOST_ENTRIES && !at.shows("#entry-bill"); row++) {
      keys.type(KeyCode.DOWN);
    }
    keys.press("entry-bill");
    keys.press("bill-send");
    at.untilGone("#bill-send");
    keys.press("bill-cancel");
    keys.leave();
  }

  @Test
  @Order(8)
  void an_insurer_looks_at_the_evidence_of_a_claim_and_decides_it() {
    keys.signIn(DemoPeople.INSURER);
    at.until("a claim", () -> at.rows("#queue-table") == 1);
    keys.tabTo("queue-table");
    keys.type(KeyCode.DOWN);
    keys.type(KeyCode.ENTER);
    at.until("lines", () -> at.rows("#claim-lines") > 0);
    keys.tabTo("claim-lines");
    keys.type(KeyCode.DOWN);
    at.untilShown("#line-elements");
    keys.press("claim-decide");
    keys.pin(DemoPeople.INSURER);
    at.untilShown("#decide-summary");
    assertThat(at.text("#summary-claims"))
        .isEqualTo("1 claim = 1 decided + 0 refused + 0 not reached");
    assertThat(at.text("#line-outcome")).isEqualTo("Approved");
    keys.type(KeyCode.ESCAPE);
    keys.untilAt("queue-table");
    assertThat(at.rows("#queue-table")).isZero();
  }

  @Test
  @Order(9)
  void what_is_due_is_paid() {
    keys.go("settlement");
    keys.press("settlement-pay");
    keys.pin(DemoPeople.INSURER);
    at.untilShown("#settlement-note");
    keys.leave();
  }

  @Test
  @Order(10)
  void a_patient_reads_their_record_and_who_looked_and_ends_the_sharing() {
    keys.signIn(DemoPeople.PATIENT);
    keys.go("my-record");
    at.untilShown("#my-again");
    keys.tabTo("my-entries");
    keys.typeUntil(KeyCode.DOWN, "another entry", () -> chosen("#my-entries") > 0);
    keys.go("who-looked");
    at.untilShown("#looked-copy");
    keys.tabTo("looked");
    keys.go("sharing");
    keys.press("revoke-*");
    keys.press("confirmation-go");
    keys.pin(DemoPeople.PATIENT);
    at.untilGone("#revoke-*");
  }

  @Test
  @Order(11)
  void in_the_whole_story_nothing_held_the_window_up() {
    watchdog.close();
  }

  /** The patient sits down. */
  private void present() {
    keys.untilAt("find-patient");
    at.until("the cards", () -> at.says("Adán Joaquín Delrío"));
    keys.write("delr");
    keys.type(KeyCode.ENTER);
  }

  private void untilRead() {
    at.until("the record", () -> at.text("#record-status").contains("complete at block"));
  }

  /** For the JavaFX thread. */
  private int chosen(String table) {
    return ((TableView<?>) at.node(table)).getSelectionModel().getSelectedIndex();
  }

  private int request(String of) {
    return requests(of).getFirst();
  }

  /** The numbers of the requests of an organisation that wait. */
  private List<Integer> requests(String of) {
    return IntStream.range(0, 4)
        .filter(number -> at.shows("#approve-" + number))
        .filter(number -> at.text("#sentence-" + number).startsWith(of))
        .boxed()
        .toList();
  }

  @SuppressWarnings("unchecked")
  private boolean isFinal() {
    return at.shows("#drafts")
        && ((TableView<SignDesk.Draft>) at.node("#drafts"))
            .getItems().stream().allMatch(draft -> draft.state() == JobState.FINAL);
  }

  private static void done(ChildProcesses.Result result) {
    assertThat(result.status()).as(result.err()).isZero();
  }
}
