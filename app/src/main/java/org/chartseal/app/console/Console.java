package org.chartseal.app.console;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import javafx.stage.Stage;
import org.chartseal.app.demo.SampleShelf;
import org.chartseal.app.export.SystemExports;
import org.chartseal.app.home.HomeFolder;
import org.chartseal.app.wiring.Workspace;
import org.chartseal.views.kit.export.Exports;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.settings.DevicesDesk;
import org.chartseal.views.settings.SettingsDesk;
import org.chartseal.views.start.StartDesk;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The windows on one home, and what they share: its workspace, and the courier that carries the
 * outbox. It is made before the toolkit, and from then on for the JavaFX thread.
 */
final class Console {

  private static final Logger LOG = LoggerFactory.getLogger(Console.class);
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final HomeFolder home;
  private final InstantSource clock;
  private final String version;
  private final ConsoleSettingsFile settingsFile;
  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();

  /** Writes and closes one thing after the other, also while the windows are gone already. */
  private final ExecutorService closing =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("console-closing").factory());

  private final HomeStart start;
  private final Appearance appearance;
  private final Exports exports;
  private final List<ConsoleWindow> windows = new ArrayList<>();
  private final Runnable allClosed;
  private ConsoleSettings settings;
  private @Nullable Up up;

  /** What there is once the home is up. */
  private record Up(
      Workspace workspace,
      Courier courier,
      HomeSignIn signIn,
      SettingsDesk settings,
      DevicesDesk devices) {}

  /**
   * @param version of the product
   * @param allClosed called when the last window was closed and nothing is open any more, on a
   *     thread of its own
   */
  Console(
      HomeFolder home, SampleShelf shelf, String version, InstantSource clock, Runnable allClosed) {
    this.version = version;
    this.home = home;
    this.clock = clock;
    this.settingsFile = new ConsoleSettingsFile(home);
    this.settings = settingsFile.read();
    this.start = new HomeStart(home, shelf, background, clock);
    this.appearance = new Appearance(settings.theme(), settings.scale());
    this.exports = new SystemExports(clock).exports();
    this.allClosed = allClosed;
    appearance.themeProperty().subscribe(theme -> keep(settings.language(), settings.window()));
    appearance.scaleProperty().subscribe(scale -> keep(settings.language(), settings.window()));
  }

  /** Opens the first window, which brings the home up. */
  void open() {
    window().start();
  }

  void newWindow() {
    window().signIn();
  }

  Instant now() {
    return clock.instant();
  }

  ExecutorService background() {
    return background;
  }

  StartDesk<Workspace> start() {
    return start;
  }

  /** The home is up. */
  void up(Workspace workspace) {
    start.goOn();
    Courier courier = new Courier(workspace);
    courier.start();
    Devices devices = new Devices(home);
    up =
        new Up(
            workspace,
            courier,
            new HomeSignIn(workspace, courier, devices, new Sessions(workspace, devices)),
            new HomeSettings(workspace, version),
            new HomeDevices(workspace, devices));
  }

  HomeSignIn signIn() {
    return isUp().signIn();
  }

  SettingsDesk settingsDesk() {
    return isUp().settings();
  }

  DevicesDesk devicesDesk() {
    return isUp().devices();
  }

  /** Documents that came with the sample network. */
  Path documents() {
    return home.documents();
  }

  Exports exports() {
    return exports;
  }

  Appearance appearance() {
    return appearance;
  }

  private Up isUp() {
    if (up == null) {
      throw new IllegalStateException("the home is brought up first");
    }
    return up;
  }

  void closed(ConsoleWindow window) {
    Stage stage = window.stage();
    keep(stage);
    windows.remove(window);
    if (windows.isEmpty()) {
      close();
    }
  }

  /** Closes what somebody worked with, off the JavaFX thread. */
  void close(PersonSession session) {
    closing.execute(session::close);
  }

  private void close() {
    Up last = up;
    up = null;
    background.shutdownNow();
    closing.execute(() -> end(last));
    closing.shutdown();
  }

  /** The sessions are closed by now: their closing was queued before. */
  private void end(@Nullable Up last) {
    try {
      if (!background.awaitTermination(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
        LOG.warn("The console closes while work is still under way");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    try {
      if (last != null) {
        last.courier().close();
        last.workspace().close();
      }
    } finally {
      allClosed.run();
    }
  }

  private ConsoleWindow window() {
    Stage stage = new Stage();
    ConsoleSettings.WindowPlace place = settings.window();
    stage.setWidth(place.width());
    stage.setHeight(place.height());
    if (windows.isEmpty()) {
      if (place.x() >= 0 && place.y() >= 0) {
        stage.setX(place.x());
        stage.setY(place.y());
      }
      stage.setMaximized(place.maximised());
    }
    Localisation localisation = ConsoleWindow.localisation(settings);
    ConsoleWindow window = new ConsoleWindow(this, stage, appearance, localisation);
    windows.add(window);
    localisation.languageProperty().subscribe(language -> keep(language, settings.window()));
    return window;
  }

  private void keep(Stage stage) {
    keep(
        settings.language(),
        new ConsoleSettings.WindowPlace(
            stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight(), stage.isMaximized()));
  }

  /** At once, and not when the window is closed: a window may end in another way. */
  private void keep(Language language, ConsoleSettings.WindowPlace place) {
    ConsoleSettings now =
        new ConsoleSettings(
            language, appearance.themeProperty().get(), appearance.scaleProperty().get(), place);
    if (!now.equals(settings)) {
      settings = now;
      closing.execute(() -> settingsFile.write(now));
    }
  }
}
