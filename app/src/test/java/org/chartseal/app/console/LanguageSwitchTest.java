package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableView;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.console.clinician.Billables;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianRecord;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.console.clinician.OpenedRecord;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Seat;
import org.chartseal.services.seal.Progress;
import org.chartseal.signing.Pin;
import org.chartseal.views.ask.AskScreen;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.record.RecordScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Shell;
import org.chartseal.views.signin.SignInScreen;
import org.chartseal.views.testing.EnglishLeft;
import org.chartseal.views.testing.Stay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Every screen of every role, on a real home in which a claim was paid for a record that was
 * opened: when the language is switched under it, nothing of ours stays in English.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LanguageSwitchTest {

  private static final String PATIENT = "adan-delrio";
  private static final String CLINICIAN = "dr-okafor";
  private static final long PATIENCE = TimeUnit.SECONDS.toMillis(120);

  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private final List<String> left = new ArrayList<>();
  private OpenHome home;

  @BeforeAll
  void playTheStory() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    Path root = folder.resolve("home");
    ChildProcesses chartseal =
        new ChildProcesses(root, Files.createDirectories(folder.resolve("output")));
    run(chartseal, "demo", "--patients", "1");
    run(chartseal, "visit", PATIENT, "--as", CLINICIAN);
    String consent =
        run(chartseal, "consent", "ask", PATIENT, "--until", "8h", "--as", CLINICIAN)
            .last()
            .path("consent")
            .asText();
    run(chartseal, "consent", "approve", consent, "--as", PATIENT);
    run(chartseal, "record", PATIENT, "--as", CLINICIAN);
    Path visit = root.resolve("documents").resolve(PATIENT + "-visit.json");
    String encounter =
        run(chartseal, "import", PATIENT, visit.toString(), "--as", CLINICIAN).rows().stream()
            .filter(row -> row.path("kind").asText().equals("encounter"))
            .map(row -> row.path("entry").asText())
            .findFirst()
            .orElseThrow();
    run(chartseal, "claim", "make", encounter, "--member", "MHP-1001", "--as", "st-mary");
    run(chartseal, "claim", "submit", "--as", "st-mary");
    run(chartseal, "decide", "--all", "--as", "meridian");
    run(chartseal, "consent", "ask", PATIENT, "--until", "2h", "--as", "dr-kim");
    home = new OpenHome(new HomeFolder(root));
  }

  @AfterAll
  void leave() throws Exception {
    if (home != null) {
      home.close();
    }
  }

  @BeforeEach
  void nothingIsLeftYet() {
    left.clear();
  }

  @ParameterizedTest
  @ValueSource(strings = {CLINICIAN, "meridian", PATIENT})
  void every_screen_follows_the_language_while_it_stands(String alias) throws Exception {
    try (Pin pin = home.pin(alias);
        PersonSession session = home.signIn().open(home.person(alias), pin, Progress.NONE)) {
      List<Destination> destinations = new ArrayList<>();
      List<Shell> shells = new ArrayList<>();
      robot.interact(() -> {
        Frame frame = session.frame(home.kit(), home.settings(), new Stay());
        destinations.addAll(frame.destinations());
        shells.add(new Shell(home.kit(), frame, home.appearance()));
        home.show(shells.getFirst());
      });
      for (Destination destination : destinations) {
        robot.interact(() -> shells.getFirst().go(destination.place()));
        chooseFirst();
        look(alias + " at " + destination.place());
        if (press("decided-open")) {
          chooseFirst();
          look("a decided claim");
        }
      }
      robot.interact(() -> home.take(shells.getFirst()));
    }
    assertThat(left).isEmpty();
  }

  @Test
  void signing_in_asking_and_the_open_record_follow_the_language() throws Exception {
    stands(
        "signing in",
        new SignInScreen<>(home.kit(), home.signIn(), Optional.empty(), signedIn -> {}));
    Identity clinician = new Identities(home.workspace().home()).find(CLINICIAN).orElseThrow();
    Devices devices = home.devices();
    try (Pin pin = home.pin(CLINICIAN);
        var keys = devices.keyring().unlock(clinician, pin);
        Seat seat = Seat.take(home.workspace(), devices.keyring(), clinician, keys.signing())) {
      Visitor visitor = new ClinicianVisit(seat, devices).present(PATIENT);
      stands(
          "asking", new AskScreen(home.kit(), new ClinicianAsk(seat), visitor, () -> {}, () -> {}));
      stands(
          "the open record",
          new RecordScreen(
              home.kit(),
              new ClinicianRecord(seat, new Billables(seat), new OpenedRecord()),
              visitor,
              new RecordScreen.Additions(List.of(), files -> {}),
              item -> List.of(),
              new RecordScreen.Exits(() -> {}, () -> {})),
          "view-list",
          "entry-why");
    }
    assertThat(left).isEmpty();
  }

  private void stands(String what, Screen screen, String... presses) {
    robot.interact(() -> home.show(screen));
    chooseFirst();
    look(what);
    for (String id : presses) {
      press(id);
      chooseFirst();
      look(what + " after " + id);
    }
    robot.interact(() -> home.take(screen));
  }

  private void chooseFirst() {
    home.untilDone();
    robot.interact(() ->
        home.place().lookupAll(".table-view").stream()
            .map(TableView.class::cast)
            .forEach(table -> table.getSelectionModel().select(0)));
    home.untilDone();
  }

  private boolean press(String id) {
    return WaitForAsyncUtils.waitForAsyncFx(
        PATIENCE,
        () -> {
          if (home.place().lookup("#" + id) instanceof ButtonBase button && button.isVisible()) {
            button.fire();
            return true;
          }
          return false;
        });
  }

  private void look(String where) {
    robot.interact(() -> home.kit().localisation().languageProperty().set(Language.KOREAN));
    home.untilDone();
    WaitForAsyncUtils.waitForAsyncFx(
            PATIENCE,
            () -> {
              home.place().applyCss();
              home.place().layout();
              return EnglishLeft.in(home.place());
            })
        .forEach(words -> left.add(where + ": " + words));
    robot.interact(() -> home.kit().localisation().languageProperty().set(Language.ENGLISH));
    home.untilDone();
  }

  private static ChildProcesses.Result run(ChildProcesses chartseal, String... command)
      throws Exception {
    ChildProcesses.Result result = chartseal.run(command);
    assertThat(result.status()).as(result.err()).isZero();
    return result;
  }
}
