package org.chartseal.app.console;

import java.security.SecureRandom;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.app.export.SystemExports;
import org.chartseal.app.home.DemoPins;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.services.seal.RefusedException;
import org.chartseal.signing.Pin;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.settings.SettingsScreen;
import org.chartseal.views.shell.Destination;
import org.chartseal.views.shell.Place;
import org.chartseal.views.signin.Person;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A home that is up, and one window on it in which a test puts one screen after the other. */
final class OpenHome {

  private static final int PATIENCE = 120;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final FxRobot robot = new FxRobot();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final Kit kit =
      new Kit(
          new Localisation(Language.ENGLISH, ZoneOffset.UTC),
          new Tasks(background, Platform::runLater),
          overlay,
          new SystemExports(InstantSource.system()).exports());
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private final Workspace workspace;
  private final Courier courier;
  private final Devices devices;
  private final HomeSignIn signIn;
  private final Stage stage;

  /** Opens a home that was made. */
  OpenHome(HomeFolder home) throws Exception {
    workspace = Workspace.open(home, InstantSource.system());
    courier = new Courier(workspace);
    devices = new Devices(workspace.home());
    signIn = new HomeSignIn(workspace, courier, devices, new Sessions(workspace, devices));
    FxToolkit.registerPrimaryStage();
    stage =
        WaitForAsyncUtils.waitForAsyncFx(
            TimeUnit.SECONDS.toMillis(PATIENCE),
            () -> {
              Stage made = new Stage();
              made.setScene(new Scene(overlay, 1280, 800));
              appearance.dress(made.getScene());
              made.show();
              return made;
            });
  }

  Kit kit() {
    return kit;
  }

  Appearance appearance() {
    return appearance;
  }

  /** Where the screens are put. */
  StackPane place() {
    return place;
  }

  Workspace workspace() {
    return workspace;
  }

  Devices devices() {
    return devices;
  }

  HomeSignIn signIn() {
    return signIn;
  }

  Person person(String alias) throws RefusedException {
    return signIn.people().stream().filter(one -> one.id().equals(alias)).findFirst().orElseThrow();
  }

  Pin pin(String alias) throws Exception {
    return new DemoPins(workspace.home(), new SecureRandom()).find(alias).orElseThrow();
  }

  Destination settings() {
    return new Destination(
        Place.SETTINGS,
        () ->
            new SettingsScreen(
                kit,
                appearance,
                new HomeSettings(workspace, "test"),
                new HomeDevices(workspace, devices)));
  }

  /** Puts a screen on show; on the JavaFX thread. */
  void show(Screen screen) {
    place.getChildren().setAll(screen.view());
    screen.attached();
  }

  /** Takes it away for good; on the JavaFX thread. */
  void take(Screen screen) {
    place.getChildren().clear();
    screen.detached();
    screen.closed();
  }

  /** Waits until nothing is being done any more. */
  void untilDone() {
    try {
      WaitForAsyncUtils.waitFor(PATIENCE, TimeUnit.SECONDS, () -> !kit.tasks().isBusy());
    } catch (TimeoutException e) {
      throw new AssertionError("the screen did not come to an end", e);
    }
    robot.interact(place::requestLayout);
  }

  /** Closes window and home. */
  void close() throws Exception {
    background.shutdownNow();
    robot.interact(stage::hide);
    background.awaitTermination(PATIENCE, TimeUnit.SECONDS);
    courier.close();
    workspace.close();
  }
}
