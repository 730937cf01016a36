package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.views.testing.FxWatchdog;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;

/** One flow of each role, in the window on a real home, with nothing but keys. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class KeyboardAloneTest {

  private static final int STOPS = 60;
  private static final int PATIENCE = 60;

  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final CountDownLatch closed = new CountDownLatch(1);
  private DemoPeople people;
  private Sitting at;
  private FxWatchdog watchdog;

  @BeforeAll
  void openTheWindow() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    HomeFolder home = new HomeFolder(folder.resolve("home"));
    bill(new ChildProcesses(home.root(), Files.createDirectories(folder.resolve("output"))), home);
    people = new DemoPeople(home);
    SampleShelf shelf = FewPatients.shelf(1, folder.resolve("shelf"));
    FxToolkit.registerPrimaryStage();
    watchdog = new FxWatchdog(Duration.ofMillis(100), FxWatchdog.Charge.OURS);
    Console console = new Console(home, shelf, "test", InstantSource.system(), closed::countDown);
    at = new Sitting(console, 1000, 800);
    Sitting.onFx(at.window()::start);
    at.untilShown("#person-dr-okafor");
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
  void a_clinician_finds_the_patient_and_asks_for_the_record() {
    signIn(DemoPeople.DOCTOR);
    untilFocused("find-patient");
    at.until("the cards", () -> at.says("Adán Joaquín Delrío"));
    robot.write("delr").type(KeyCode.ENTER);
    untilFocused("visit-go-on");
    robot.type(KeyCode.ENTER);
    untilFocused("ask-send");
    robot.type(KeyCode.ENTER);
    at.untilShown("#wait-state");
    leave();
  }

  @Test
  @Order(2)
  void a_patient_approves_the_request() {
    signIn(DemoPeople.PATIENT);
    at.untilShown("#approve-*");
    tabTo("approve-");
    robot.type(KeyCode.SPACE);
    pin(DemoPeople.PATIENT);
    at.untilGone("#approve-*");
    leave();
  }

  @Test
  @Order(3)
  void an_insurer_decides_a_claim() {
    signIn(DemoPeople.INSURER);
    at.until("a claim", () -> at.rows("#queue-table") == 1);
    tabTo("queue-table");
    robot.type(KeyCode.DOWN);
    at.untilShown("#queue-decide-selected");
    tabTo("queue-decide-selected");
    robot.type(KeyCode.SPACE);
    pin(DemoPeople.INSURER);
    at.untilShown("#queue-summary");
    assertThat(at.text("#summary-claims"))
        .isEqualTo("1 claim = 1 decided + 0 refused + 0 not reached");
  }

  @Test
  @Order(4)
  void in_the_whole_story_nothing_held_the_window_up() {
    watchdog.close();
  }

  private void signIn(String who) {
    at.untilShown("#person-" + who);
    tabTo("person-" + who);
    robot.type(KeyCode.SPACE);
    pin(who);
    at.untilShown("#occupant");
  }

  private void leave() {
    tabTo("shell-switch");
    robot.type(KeyCode.SPACE);
  }

  private void pin(String of) {
    at.until(
        "the PIN field has the keyboard",
        () -> {
          Node owner = at.scene().getFocusOwner();
          return owner != null && owner.getStyleClass().contains("cs-pin-field");
        });
    robot.write(people.pin(of)).type(KeyCode.ENTER);
    at.untilGone(".cs-pin-field");
  }

  /** Goes on with the tabulator until a control has the keyboard. */
  private void tabTo(String id) {
    for (int stop = 0; stop < STOPS && !focused().startsWith(id); stop++) {
      robot.type(KeyCode.TAB);
    }
    assertThat(focused()).startsWith(id);
  }

  private void untilFocused(String id) {
    at.until(id + " has the keyboard", () -> focused().equals(id));
  }

  private String focused() {
    return Sitting.fromFx(() -> {
      Node owner = at.scene().getFocusOwner();
      return owner == null || owner.getId() == null ? "" : owner.getId();
    });
  }

  private static void bill(ChildProcesses chartseal, HomeFolder home) throws Exception {
    String patient = DemoPeople.PATIENT;
    done(chartseal.run("demo", "--patients", "1"));
    done(chartseal.run("visit", patient, "--as", "dr-okafor"));
    Path visit = home.root().resolve("documents").resolve(patient + "-visit.json");
    String encounter =
        done(chartseal.run("import", patient, visit.toString(), "--as", "dr-okafor"))
            .rows()
            .stream()
            .filter(row -> row.path("kind").asText().equals("encounter"))
            .map((JsonNode row) -> row.path("entry").asText())
            .findFirst()
            .orElseThrow();
    done(chartseal.run("claim", "make", encounter, "--member", "MHP-1001", "--as", "st-mary"));
    done(chartseal.run("claim", "submit", "--as", "st-mary"));
  }

  private static ChildProcesses.Result done(ChildProcesses.Result result) {
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }
}
