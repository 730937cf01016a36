package org.chartseal.views.testing;

import java.time.ZoneOffset;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Function;
import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.testfx.util.WaitForAsyncUtils;

/** A window with one screen in it, as the console has it. */
public final class TestWindow implements AutoCloseable {

  private static final long PATIENCE = 30;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final Kit kit =
      new Kit(
          new Localisation(Language.ENGLISH, ZoneOffset.UTC),
          new Tasks(background, Platform::runLater),
          overlay,
          new SampleExports().exports());
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private final Stage stage;
  private final Scene scene = new Scene(overlay, 1000, 800);

  public TestWindow(Stage stage) {
    this.stage = stage;
    appearance.dress(scene);
    stage.setScene(scene);
  }

  public Kit kit() {
    return kit;
  }

  public Appearance appearance() {
    return appearance;
  }

  public Scene scene() {
    return scene;
  }

  /** Shows a screen; on the JavaFX thread. */
  public <S extends Screen> S show(Function<Kit, S> maker) {
    S screen = maker.apply(kit);
    place.getChildren().setAll(screen.view());
    stage.show();
    screen.attached();
    return screen;
  }

  /** Waits until something is so. */
  public static void until(Callable<Boolean> condition) {
    try {
      WaitForAsyncUtils.waitFor(
          PATIENCE,
          TimeUnit.SECONDS,
          () -> WaitForAsyncUtils.waitForAsyncFx(PATIENCE * 1_000, condition));
    } catch (TimeoutException e) {
      throw new AssertionError("it did not come to be", e);
    }
  }

  @Override
  public void close() {
    background.shutdownNow();
  }
}
