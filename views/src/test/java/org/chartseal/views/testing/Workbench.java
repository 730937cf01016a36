package org.chartseal.views.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javafx.application.Platform;
import javafx.embed.swing.SwingFXUtils;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Cell;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.StackPane;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import javax.imageio.ImageIO;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.layout.KeepInView;
import org.chartseal.views.kit.task.Tasks;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.ScaledPane;
import org.chartseal.views.kit.theme.Theme;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** One window of 1280 by 800 with a kit. Its methods are called from the test's thread. */
public final class Workbench implements AutoCloseable {

  private static final long PATIENCE_SECONDS = 20;

  private final ExecutorService background = Executors.newVirtualThreadPerTaskExecutor();
  private final StackPane place = new StackPane();
  private final Overlay overlay = new Overlay(place);
  private final Localisation localisation = new Localisation(Language.ENGLISH, ZoneOffset.UTC);
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private final SampleExports exports = new SampleExports();
  private final Kit kit =
      new Kit(localisation, new Tasks(background, Platform::runLater), overlay, exports.exports());
  private final Stage stage;

  public Workbench() throws TimeoutException {
    stage = FxToolkit.registerPrimaryStage();
    fx(() -> {
      Scene scene = new Scene(new ScaledPane(overlay, appearance.scaleProperty()), 1280, 800);
      appearance.dress(scene);
      KeepInView.in(scene);
      stage.setScene(scene);
      stage.show();
      return scene;
    });
  }

  public Kit kit() {
    return kit;
  }

  /** Where what is saved goes. */
  public SampleExports exports() {
    return exports;
  }

  /** Runs on the JavaFX thread. */
  public <T> T fx(Callable<T> action) {
    return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action);
  }

  /** Puts a screen on show. */
  public void show(Screen screen) {
    fx(() -> {
      place.getChildren().setAll(screen.view());
      screen.attached();
      return screen;
    });
    settle();
  }

  /** Puts a node on show. */
  public void show(Node node) {
    fx(() -> place.getChildren().setAll(node));
    settle();
  }

  /** Switches the language; in Korean the screen may leave nothing of ours in English. */
  public void speak(Language language) {
    fx(() -> {
      localisation.languageProperty().set(language);
      return language;
    });
    settle();
    if (language == Language.KOREAN) {
      List<String> left =
          fx(() -> {
            place.applyCss();
            place.layout();
            return EnglishLeft.in(place);
          });
      if (!left.isEmpty()) {
        throw new AssertionError("left in English:\n" + String.join("\n", left));
      }
    }
  }

  public void dress(Theme theme) {
    fx(() -> {
      appearance.themeProperty().set(theme);
      return theme;
    });
    settle();
  }

  /** Makes everything so many times as large. */
  public void enlarge(double scale) {
    fx(() -> {
      appearance.scaleProperty().set(scale);
      return scale;
    });
    settle();
  }

  /** What waits for the JavaFX thread has run, and the scene is laid out. */
  public void settle() {
    WaitForAsyncUtils.waitForFxEvents();
  }

  /** Waits until something is so. */
  public void await(Callable<Boolean> condition) throws TimeoutException {
    WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> fx(condition));
    settle();
  }

  /** Waits until a text is on show. */
  public void awaitText(String words) throws TimeoutException {
    try {
      await(() -> textsUnder(stage.getScene().getRoot()).contains(words));
    } catch (TimeoutException e) {
      throw new AssertionError("never shown: " + words + "\nbut:\n" + texts(), e);
    }
  }

  /** All texts on show, a line each. */
  public String texts() {
    return fx(() -> textsUnder(stage.getScene().getRoot()));
  }

  /** Presses the button of this id. */
  public void press(String id) {
    fx(() -> {
      find(id, ButtonBase.class).fire();
      return id;
    });
    settle();
  }

  /** A node on show. */
  public <T extends Node> T find(String id, Class<T> type) {
    Node found = stage.getScene().lookup("#" + id);
    if (found == null) {
      throw new AssertionError("not on show: " + id + "\nbut:\n" + texts());
    }
    return type.cast(found);
  }

  public boolean has(String id) {
    return fx(() -> stage.getScene().lookup("#" + id) != null);
  }

  /** Types a PIN into the dialog that asks for one, and confirms. */
  public void pin(String pin) throws TimeoutException {
    await(() -> stage.getScene().lookup(".cs-pin-field") != null);
    fx(() -> {
      Node field = stage.getScene().lookup(".cs-pin-field");
      for (char one : pin.toCharArray()) {
        field.fireEvent(typed(one));
      }
      field.fireEvent(
          new KeyEvent(KeyEvent.KEY_PRESSED, "", "", KeyCode.ENTER, false, false, false, false));
      return field;
    });
    settle();
  }

  /** Presses the button that says this, the topmost if there are several. */
  public void pressWords(String words) {
    fx(() -> {
      List<Node> found =
          stage.getScene().getRoot().lookupAll(".button").stream()
              .filter(node -> node instanceof Labeled one && words.equals(one.getText()))
              .toList();
      if (found.isEmpty()) {
        throw new AssertionError("no button says " + words + ", but:\n" + texts());
      }
      ((ButtonBase) found.getLast()).fire();
      return found;
    });
    settle();
  }

  /** Keeps a picture of the window in {@code target/screens}. */
  public void picture(String name) {
    settle();
    fx(() -> {
      Path file = Path.of("target", "screens", name + ".png");
      try {
        Files.createDirectories(file.getParent());
        ImageIO.write(
            SwingFXUtils.fromFXImage(stage.getScene().snapshot(null), null), "png", file.toFile());
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      return file;
    });
  }

  /** Pictures in both languages, light and dark; ends in English and light. */
  public void pictures(String name) {
    for (Language language : Language.values()) {
      speak(language);
      for (Theme theme : List.of(Theme.LIGHT, Theme.DARK)) {
        dress(theme);
        picture(
            name
                + "-"
                + language.locale().getLanguage()
                + "-"
                + theme.name().toLowerCase(Locale.ROOT));
      }
    }
    speak(Language.ENGLISH);
    dress(Theme.LIGHT);
  }

  private static KeyEvent typed(char one) {
    return new KeyEvent(
        KeyEvent.KEY_TYPED, String.valueOf(one), "", KeyCode.UNDEFINED, false, false, false, false);
  }

  private static String textsUnder(Parent root) {
    StringBuilder texts = new StringBuilder();
    collect(root, texts);
    return texts.toString();
  }

  private static void collect(Node node, StringBuilder texts) {
    if (!node.isVisible()) {
      return;
    }
    switch (node) {
      case Label label when label.getText() != null && !label.getText().isEmpty() ->
          texts.append(label.getText()).append('\n');
      case ButtonBase button when button.getText() != null && !button.getText().isEmpty() ->
          texts.append('[').append(button.getText()).append("]\n");
      case Cell<?> cell when cell.getText() != null && !cell.getText().isEmpty() ->
          texts.append(cell.getText()).append('\n');
      case Text text when !(text.getParent() instanceof Labeled) ->
          texts.append(text.getText()).append('\n');
      default -> {
        // Says nothing itself.
      }
    }
    if (node instanceof Parent parent) {
      parent.getChildrenUnmodifiable().forEach(child -> collect(child, texts));
    }
  }

  @Override
  public void close() {
    fx(() -> {
      overlay.cancel();
      place.getChildren().clear();
      return place;
    });
    background.shutdownNow();
  }
}
