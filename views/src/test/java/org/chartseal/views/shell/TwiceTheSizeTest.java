package org.chartseal.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.dialog.KeyHolder;
import org.chartseal.views.kit.dialog.Overlay;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

/** A window of 1280 by 800 in which everything is twice as large. */
class TwiceTheSizeTest {

  private static final int WIDTH = 1280;
  private static final int HEIGHT = 800;
  private static final int ROWS = 12;

  private static final ConsoleStatus STATUS =
      new ConsoleStatus(
          new ConsoleStatus.Card("Dr Kim Minji", KeyHolder.Kind.FILE, Optional.empty()),
          new ConsoleStatus.Network("1", OptionalLong.of(1234), List.of(), 1, Optional.empty()),
          new ConsoleStatus.Outbox(List.of(), List.of()));

  private final FxRobot robot = new FxRobot();
  private Workbench bench;
  private SeatedShell shell;

  @BeforeEach
  void sitDown() throws Exception {
    bench = new Workbench();
    shell =
        new SeatedShell(
            bench,
            new Appearance(Theme.LIGHT, 1),
            Frame.Network.SAMPLE,
            Ward::new,
            () -> STATUS,
            (typed, most, words, progress) -> List.of());
    bench.await(() -> !bench.find("lamp-outbox", Labeled.class).getText().isEmpty());
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void all_of_the_header_is_in_the_window_and_says_who_sits_here() throws Exception {
    assertThat(width("lamp-card")).isGreaterThan(60);
    bench.enlarge(2);
    bench.await(() -> width("lamp-card") < 60);
    for (String id :
        List.of(
            "occupant", "lamp-card", "lamp-network", "lamp-outbox", "shell-find", "shell-lock")) {
      assertThat(isInWindow(bench.find(id, Node.class))).as(id).isTrue();
    }
    Labeled lamp = bench.find("lamp-network", Labeled.class);
    assertThat(lamp.getTooltip().getText()).isEqualTo(lamp.getText()).isNotBlank();
    assertThat(bench.find("sample-banner", Node.class).isVisible()).isFalse();
    bench.enlarge(1);
    bench.await(() -> bench.find("sample-banner", Node.class).isVisible());
    assertThat(lamp.getTooltip()).isNull();
  }

  @Test
  void what_lies_below_comes_into_the_window_with_the_keyboard() throws Exception {
    bench.enlarge(2);
    bench.await(() -> !isInWindow(row(ROWS - 1)));
    bench.fx(() -> {
      row(0).requestFocus();
      return shell;
    });
    IntStream.range(1, ROWS).forEach(next -> robot.type(KeyCode.TAB));
    bench.await(() -> row(ROWS - 1).isFocused() && isInWindow(row(ROWS - 1)));
  }

  @Test
  void what_gets_the_keyboard_by_itself_comes_into_the_window_too() throws Exception {
    bench.enlarge(2);
    bench.await(() -> !isInWindow(row(ROWS - 1)));
    bench.fx(() -> {
      row(ROWS - 1).requestFocus();
      return shell;
    });
    bench.await(() -> isInWindow(row(ROWS - 1)));
    bench.fx(() -> {
      row(0).requestFocus();
      return shell;
    });
    bench.await(() -> isInWindow(row(0)));
  }

  @Test
  void after_signing_in_the_tabulator_leads_into_the_screen_and_enter_presses_nothing()
      throws Exception {
    robot.type(KeyCode.ENTER);
    assertThat(bench.kit().overlay().isShowing()).isFalse();
    robot.type(KeyCode.TAB);
    bench.await(() -> row(0).isFocused());
  }

  @Test
  void a_dialog_that_is_higher_than_the_window_scrolls() throws Exception {
    bench.enlarge(2);
    bench.await(() -> !isInWindow(row(ROWS - 1)));
    bench.fx(() -> {
      bench.kit().overlay().show(new High());
      return shell;
    });
    bench.await(() -> isInWindow(bench.find("high-0", Node.class)));
    assertThat(isInWindow(bench.find("high-" + (ROWS - 1), Node.class))).isFalse();
    IntStream.range(1, ROWS).forEach(next -> robot.type(KeyCode.TAB));
    bench.await(() -> isInWindow(bench.find("high-" + (ROWS - 1), Node.class)));
  }

  @Test
  void words_of_a_dialog_are_whole_in_a_low_window_and_after_the_size_was_changed_under_it()
      throws Exception {
    bench.fx(() -> {
      bench.kit().overlay().show(new Wordy());
      return shell;
    });
    bench.await(() -> isWhole("words"));
    double wide = bench.find("words", Region.class).getHeight();
    bench.enlarge(2);
    bench.await(() -> isWhole("words") && bench.find("words-ok", Node.class).isFocused());
    assertThat(bench.find("words", Region.class).getHeight()).isEqualTo(wide);
    // What has the keyboard is seen, and the beginning of the words is above it.
    bench.await(() -> isInWindow(bench.find("words-ok", Node.class)));
    assertThat(isInWindow(bench.find("words", Node.class))).isFalse();
    bench.enlarge(1);
    bench.await(() -> isWhole("words") && isInWindow(bench.find("words-ok", Node.class)));
  }

  /** No word of it is left out for want of height. */
  private boolean isWhole(String id) {
    Region label = bench.find(id, Region.class);
    return label.getHeight() > 0
        && label.getHeight() >= Math.floor(label.prefHeight(label.getWidth()));
  }

  private Node row(int number) {
    return bench.find("row-" + number, Node.class);
  }

  private double width(String id) {
    return bench.find(id, Region.class).getWidth();
  }

  private boolean isInWindow(Node node) {
    Bounds there = node.localToScene(node.getLayoutBounds());
    return there.getMinX() >= 0
        && there.getMinY() >= 0
        && there.getMaxX() <= WIDTH
        && there.getMaxY() <= HEIGHT
        && there.getWidth() > 0;
  }

  private static VBox rows(String name) {
    VBox rows = new VBox();
    for (int i = 0; i < ROWS; i++) {
      Button row = new Button("Row " + i);
      row.setId(name + "-" + i);
      row.setMinHeight(40);
      rows.getChildren().add(row);
    }
    return rows;
  }

  private static final class High implements Overlay.Dialog {
    private final VBox view = rows("high");

    @Override
    public Region view() {
      return view;
    }

    @Override
    public Node firstFocus() {
      return view.getChildren().getFirst();
    }

    @Override
    public void cancelled() {}
  }

  /** So many words that they take more than the window's height at twice the size. */
  private static final class Wordy implements Overlay.Dialog {
    private final Button ok = new Button("OK");
    private final VBox view;

    Wordy() {
      Label words = new Label("What will be signed is said here, word by word. ".repeat(30));
      words.setId("words");
      words.setWrapText(true);
      ok.setId("words-ok");
      view = new VBox(words, ok);
      view.getStyleClass().add("cs-dialog");
    }

    @Override
    public Region view() {
      return view;
    }

    @Override
    public Node firstFocus() {
      return ok;
    }

    @Override
    public void cancelled() {}
  }

  private static final class Ward implements Screen {
    private final VBox view = rows("row");

    @Override
    public Parent view() {
      return view;
    }

    @Override
    public void attached() {}

    @Override
    public void detached() {}
  }
}
