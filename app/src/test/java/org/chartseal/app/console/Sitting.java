package org.chartseal.app.console;

import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import java.util.function.Predicate;
import javafx.application.Platform;
import javafx.event.Event;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.stage.Stage;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;

/**
 * Somebody at a window of the console, who works it from another thread and waits for what comes of
 * each act. An id that ends in a star stands for any that begins so.
 */
final class Sitting {

  private static final Duration PATIENCE = Duration.ofSeconds(180);
  private static final Duration GLANCE = Duration.ofMillis(20);

  private final Localisation localisation =
      new Localisation(Language.ENGLISH, ZoneId.systemDefault());
  private final Stage stage;
  private final Scene scene;
  private final ConsoleWindow window;

  /** Opens a window that is not shown yet. */
  Sitting(Console console, double width, double height) {
    FutureTask<ConsoleWindow> made =
        new FutureTask<>(() -> {
          Stage fresh = new Stage();
          fresh.setWidth(width);
          fresh.setHeight(height);
          return new ConsoleWindow(console, fresh, console.appearance(), localisation);
        });
    Platform.runLater(made);
    this.window = result(made);
    this.stage = window.stage();
    this.scene = stage.getScene();
  }

  ConsoleWindow window() {
    return window;
  }

  Stage stage() {
    return stage;
  }

  Scene scene() {
    return scene;
  }

  Localisation localisation() {
    return localisation;
  }

  /** Does it on the JavaFX thread. */
  static void onFx(Runnable act) {
    fromFx(() -> {
      act.run();
      return true;
    });
  }

  /** Asks on the JavaFX thread. */
  static <T> T fromFx(Callable<T> question) {
    FutureTask<T> asked = new FutureTask<>(question);
    if (Platform.isFxApplicationThread()) {
      asked.run();
    } else {
      Platform.runLater(asked);
    }
    return result(asked);
  }

  private static <T> T result(FutureTask<T> task) {
    try {
      return task.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError(e);
    } catch (ExecutionException e) {
      throw new AssertionError(e.getCause());
    }
  }

  /** Presses a button, a toggle, a link or a check box as soon as it can be pressed. */
  void press(String id) {
    until("a button " + id, () -> find(id).filter(node -> !node.isDisabled()).isPresent());
    onFx(() -> ((ButtonBase) node(id)).fire());
  }

  /** Writes into a text field or area. */
  void write(String id, String text) {
    until("a field " + id, () -> find(id).isPresent());
    onFx(() -> ((TextInputControl) node(id)).setText(text));
  }

  /** Presses a key where it matters. */
  void key(String id, KeyCode code) {
    onFx(() -> key(node(id), code));
  }

  /** Types a PIN and confirms it. */
  void pin(String pin) {
    type(pin);
    onFx(() -> ((ButtonBase) node("#pin-confirm")).fire());
  }

  /** Types a PIN. */
  void type(String pin) {
    until("a PIN field", () -> find(".cs-pin-field").filter(it -> !it.isDisabled()).isPresent());
    onFx(() -> {
      for (char one : pin.toCharArray()) {
        Event.fireEvent(
            node(".cs-pin-field"),
            new KeyEvent(
                KeyEvent.KEY_TYPED,
                String.valueOf(one),
                "",
                KeyCode.UNDEFINED,
                false,
                false,
                false,
                false));
      }
    });
  }

  /** Chooses one of what a box offers. */
  void choose(String id, int index) {
    onFx(() -> ((ComboBox<?>) node(id)).getSelectionModel().select(index));
  }

  /** Selects a row, and says whether there is one. */
  boolean select(String id, int row) {
    return fromFx(() -> {
      TableView<?> table = (TableView<?>) node(id);
      table.getSelectionModel().clearSelection();
      if (row >= table.getItems().size()) {
        return false;
      }
      table.getSelectionModel().select(row);
      table.scrollTo(row);
      return true;
    });
  }

  int rows(String id) {
    return find(id).map(table -> ((TableView<?>) table).getItems().size()).orElse(0);
  }

  boolean shows(String id) {
    return fromFx(() -> find(id).isPresent());
  }

  /** What a label says; nothing if it is not there. */
  String text(String id) {
    return fromFx(() -> find(id).map(node -> ((Labeled) node).getText()).orElse(""));
  }

  void untilShown(String id) {
    until(id, () -> find(id).isPresent());
  }

  void untilGone(String id) {
    until("the end of " + id, () -> find(id).isEmpty());
  }

  /** Closes a dialog that is shown, without an answer. */
  void escape() {
    onFx(() -> find(".cs-dialog").ifPresent(dialog -> key(dialog, KeyCode.ESCAPE)));
  }

  /** Whether a text is to be read somewhere; for the JavaFX thread. */
  boolean says(String words) {
    return nodes().stream()
        .anyMatch(node -> node instanceof Labeled labeled && words.equals(labeled.getText()));
  }

  /**
   * Whether it can be pressed; for the JavaFX thread. Before its first pulse a control has no skin,
   * and does nothing with a key.
   */
  boolean enabled(String id) {
    return find(id)
        .filter(node -> !node.isDisabled())
        .filter(node -> !(node instanceof Control control) || control.getSkin() != null)
        .isPresent();
  }

  /** What takes dropped files; for the JavaFX thread. */
  Node dropping() {
    return find(node -> node.getOnDragDropped() != null).orElseThrow();
  }

  /** Waits for something that is looked at on the JavaFX thread. */
  void until(String what, BooleanSupplier holds) {
    long end = System.nanoTime() + PATIENCE.toNanos();
    while (!fromFx(holds::getAsBoolean)) {
      if (System.nanoTime() > end) {
        throw new AssertionError("it did not come to be: " + what + "; there is " + words());
      }
      LockSupport.parkNanos(GLANCE.toNanos());
    }
  }

  /** For the JavaFX thread. */
  Node node(String id) {
    return find(id).orElseThrow(() -> new AssertionError(id + " is not there"));
  }

  private Optional<Node> find(String id) {
    return find(
        id.endsWith("*")
            ? node ->
                node.getId() != null && node.getId().startsWith(id.substring(1, id.length() - 1))
            : id.startsWith(".")
                ? node -> node.getStyleClass().contains(id.substring(1))
                : node -> id.substring(1).equals(node.getId()));
  }

  private Optional<Node> find(Predicate<Node> wanted) {
    return nodes().stream().filter(wanted).findFirst();
  }

  /** All that is shown. */
  List<Node> nodes() {
    List<Node> found = new ArrayList<>();
    if (scene.getRoot() != null) {
      gather(scene.getRoot(), found);
    }
    return found;
  }

  private static void gather(Node node, List<Node> into) {
    if (node.isVisible()) {
      into.add(node);
      if (node instanceof Parent parent) {
        parent.getChildrenUnmodifiable().forEach(child -> gather(child, into));
      }
    }
  }

  String words() {
    return fromFx(() ->
        nodes().stream()
            .filter(Labeled.class::isInstance)
            .map(node -> ((Labeled) node).getText())
            .filter(text -> text != null && !text.isEmpty())
            .toList()
            .toString());
  }

  private static void key(Node node, KeyCode code) {
    Event.fireEvent(
        node,
        new KeyEvent(KeyEvent.KEY_PRESSED, "", code.getName(), code, false, false, false, false));
  }
}
