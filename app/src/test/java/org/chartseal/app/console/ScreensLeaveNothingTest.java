package org.chartseal.app.console;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.app.ChildProcesses;
import org.chartseal.app.console.clinician.ClinicianAsk;
import org.chartseal.app.console.clinician.ClinicianVisit;
import org.chartseal.app.export.HomeFiles;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.home.Identities;
import org.chartseal.app.home.Identity;
import org.chartseal.app.session.Seat;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.report.internal.PdfPrinter;
import org.chartseal.services.report.internal.PdfReportWriter;
import org.chartseal.services.report.internal.SystemPrintServices;
import org.chartseal.services.seal.Progress;
import org.chartseal.signing.Pin;
import org.chartseal.views.ask.AskScreen;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.export.Exports;
import org.chartseal.views.kit.export.SystemChooser;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.settings.SettingsScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Frame;
import org.chartseal.views.shell.Place;
import org.chartseal.views.signin.Person;
import org.chartseal.views.signin.SignInScreen;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

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
  private static final int PATIENCE = 120;

  @TempDir static Path folder;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final Kit kit =
      new Kit(
          new Localisation(Language.ENGLISH, ZoneOffset.UTC),
          new Tasks(background, Platform::runLater),
          overlay,
          new Exports(
              new PdfReportWriter(InstantSource.system()),
              new PdfPrinter(new SystemPrintServices()),
              new HomeFiles(),
              new SystemChooser()));
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private Stage stage;
  private Workspace workspace;
  private Courier courier;
  private Devices devices;
  private HomeSignIn signIn;

  @BeforeAll
  void makeTheHome() throws Exception {
    assumeTrue(
        ChildProcesses.canRun(), "The sample patients are missing: the build has not made them.");
    Path root = folder.resolve("home");
    new ChildProcesses(root, Files.createDirectories(folder.resolve("output")))
        .run("demo", "--patients", "1");
    workspace = Workspace.open(new HomeFolder(root), InstantSource.system());
    courier = new Courier(workspace);
    devices = new Devices(workspace.home());
    signIn = new HomeSignIn(workspace, courier, devices, new Sessions(workspace, devices));
    FxToolkit.registerPrimaryStage();
    robot.interact(() -> {
      stage = new Stage();
      stage.setScene(new Scene(overlay, 1280, 800));
      appearance.dress(stage.getScene());
      stage.show();
    });
  }

  @AfterAll
  void leave() throws Exception {
    background.shutdownNow();
    if (workspace != null) {
      robot.interact(stage::hide);
      background.awaitTermination(PATIENCE, TimeUnit.SECONDS);
      courier.close();
      workspace.close();
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"dr-okafor", "meridian", "adan-delrio"})
  void a_screen_opened_and_closed_fifty_times_leaves_nothing(String alias) throws Exception {
    Person person =
        signIn.people().stream().filter(one -> one.id().equals(alias)).findFirst().orElseThrow();
    try (Pin pin = pin(alias);
        PersonSession session = signIn.open(person, pin, Progress.NONE)) {
      List<Destination> destinations = new ArrayList<>();
      robot.interact(
          () -> destinations.addAll(session.frame(kit, settings(), new Stay()).destinations()));
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
        "sign-in", () -> new SignInScreen<>(kit, signIn, Optional.empty(), signedIn -> {}));
    Identity clinician = new Identities(workspace.home()).find(alias).orElseThrow();
    try (Pin pin = pin(alias);
        var keys = devices.keyring().unlock(clinician, pin);
        Seat seat = Seat.take(workspace, devices.keyring(), clinician, keys.signing())) {
      Visitor visitor = new ClinicianVisit(seat, devices).present("adan-delrio");
      leavesNothing(
          "ask", () -> new AskScreen(kit, new ClinicianAsk(seat), visitor, () -> {}, () -> {}));
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
      robot.interact(place::requestLayout);
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
      place.getChildren().setAll(screen.view());
      screen.attached();
      open.add(screen);
    });
    if (loaded) {
      untilDone();
    }
    robot.interact(() -> {
      place.getChildren().clear();
      open.getFirst().detached();
      open.getFirst().closed();
    });
  }

  private void untilDone() {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> !kit.tasks().isBusy());
    } catch (TimeoutException e) {
      throw new AssertionError("the screen did not come to an end", e);
    }
    robot.interact(place::requestLayout);
  }

  private Destination settings() {
    return new Destination(
        Place.SETTINGS,
        () ->
            new SettingsScreen(
                kit,
                appearance,
                new HomeSettings(workspace, "test"),
                new HomeDevices(workspace, devices)));
  }

  private Pin pin(String alias) throws Exception {
    return new DemoPins(workspace.home(), new SecureRandom()).find(alias).orElseThrow();
  }

  private static final class Stay implements Frame.Exits {
    @Override
    public void lock() {}

    @Override
    public void switchPerson() {}

    @Override
    public void newWindow() {}
  }
}
