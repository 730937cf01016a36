package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Seat;
import org.chartseal.services.seal.Progress;
import org.chartseal.signing.Pin;
import org.chartseal.views.ask.AskScreen;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.signin.SignInScreen;
import org.chartseal.views.testing.Stay;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;

/**
 * Every screen of every role, on a real home: opened and closed fifty times, with its work done or
 * cut off, it leaves neither itself nor its nodes behind.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ScreensLeaveNothingTest {

  private static final int TIMES = 50;

  /** Every so many times the screen's work is waited for, else it is cut off. */
  private static final int LOADED = 25;

  private static final int ROUNDS = 40;

  @TempDir static Path folder;

  private final FxRobot robot = new FxRobot();
  private OpenHome home;

  @BeforeAll
  void makeTheHome() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    Path root = folder.resolve("home");
    new ChildProcesses(root, Files.createDirectories(folder.resolve("output")))
        .run("demo", "--patients", "1");
    home = new OpenHome(new HomeFolder(root));
  }

  @AfterAll
  void leave() throws Exception {
    if (home != null) {
      home.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr-okafor", "meridian", "adan-delrio"})
  void a_screen_opened_and_closed_fifty_times_leaves_nothing(String alias) throws Exception {
    try (Pin pin = home.pin(alias);
        PersonSession session = home.signIn().open(home.person(alias), pin, Progress.NONE)) {
      List<Destination> destinations = new ArrayList<>();
      robot.interact(() ->
          destinations.addAll(
              session.frame(home.kit(), home.settings(), new Stay()).destinations()));
      for (Destination destination : destinations) {
        leavesNothing(destination.place().name(), destination.screen());
      }
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr-okafor"})
  void neither_the_sign_in_nor_a_question_for_consent_leaves_anything(String alias)
      throws Exception {
    leavesNothing(
        "sign-in",
        () -> new SignInScreen<>(home.kit(), home.signIn(), Optional.empty(), signedIn -> {}));
    Identity clinician = new Identities(home.workspace().home()).find(alias).orElseThrow();
    Devices devices = home.devices();
    try (Pin pin = home.pin(alias);
        var keys = devices.keyring().unlock(clinician, pin);
        Seat seat = Seat.take(home.workspace(), devices.keyring(), clinician, keys.signing())) {
      Visitor visitor = new ClinicianVisit(seat, devices).present("adan-delrio");
      leavesNothing(
          "ask",
          () -> new AskScreen(home.kit(), new ClinicianAsk(seat), visitor, () -> {}, () -> {}));
    }
  }

  private void leavesNothing(String name, Supplier<Screen> screens) {
    List<WeakReference<Object>> shown = new ArrayList<>();
    for (int time = 0; time < TIMES; time++) {
      openAndClose(screens, shown, time % LOADED == 0);
    }
    assertThat(shown).hasSize(2 * TIMES);
    // The last one a session may keep: the palette opens what it finds in it.
    List<WeakReference<Object>> left = shown.subList(0, 2 * (TIMES - 1));
    for (int round = 0; round < ROUNDS && isAnyThere(left); round++) {
      System.gc();
      robot.interact(home.place()::requestLayout);
    }
    assertThat(left).as(name).allMatch(one -> one.get() == null);
  }

  private static boolean isAnyThere(List<WeakReference<Object>> shown) {
    return shown.stream().anyMatch(one -> one.get() != null);
  }

  private void openAndClose(
      Supplier<Screen> screens, List<WeakReference<Object>> shown, boolean loaded) {
    List<Screen> open = new ArrayList<>();
    robot.interact(() -> {
      Screen screen = screens.get();
      shown.add(new WeakReference<>(screen));
      shown.add(new WeakReference<>(screen.view()));
      home.show(screen);
      open.add(screen);
    });
    if (loaded) {
      home.untilDone();
    }
    robot.interact(() -> home.take(open.getFirst()));
  }
}
