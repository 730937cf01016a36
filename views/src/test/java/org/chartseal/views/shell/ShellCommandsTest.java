package org.chartseal.views.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.chartseal.views.kit.Screen;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.kit.text.Localisation;
import org.chartseal.views.kit.theme.Appearance;
import org.chartseal.views.kit.theme.Theme;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ShellCommandsTest {

  private final FxRobot robot = new FxRobot();
  private final Appearance appearance = new Appearance(Theme.LIGHT, 1);
  private final AtomicInteger done = new AtomicInteger();
  private final List<Language> sought = new ArrayList<>();
  private Workbench bench;
  private SeatedShell shell;

  @BeforeEach
  void sitDown() throws Exception {
    bench = new Workbench();
    shell =
        new SeatedShell(
            bench,
            appearance,
            Frame.Network.REAL,
            Ward::new,
            () -> {
              throw new AssertionError("nobody asks");
            },
            (typed, most, words, progress) -> find(words));
  }

  @AfterEach
  void close() {
    shell.close();
  }

  @Test
  void look_and_language_are_changed_by_name_and_what_holds_already_is_not_offered()
      throws Exception {
    palette("theme");
    bench.await(() -> shown().equals(List.of("Theme: dark", "Theme: high contrast")));
    robot.type(KeyCode.ENTER);
    assertThat(appearance.themeProperty().get()).isEqualTo(Theme.DARK);
    palette("korean");
    bench.await(() -> shown().equals(List.of("Language: 한국어")));
    robot.type(KeyCode.ENTER);
    assertThat(bench.kit().localisation().languageProperty().get()).isEqualTo(Language.KOREAN);
  }

  @Test
  void the_size_is_changed_by_name() throws Exception {
    palette("size");
    bench.await(
        () -> shown().equals(List.of("Size: 125%", "Size: 150%", "Size: 175%", "Size: 200%")));
    robot.type(KeyCode.DOWN, KeyCode.ENTER);
    assertThat(appearance.scaleProperty().get()).isEqualTo(1.5);
  }

  @Test
  void what_the_screen_does_now_is_found_by_name_and_done() throws Exception {
    palette("ward round");
    bench.await(() -> shown().equals(List.of("Begin the ward round")));
    robot.type(KeyCode.ENTER);
    assertThat(done).hasValue(1);
  }

  @Test
  void what_stands_in_a_menu_is_found_by_the_menus_name() throws Exception {
    palette("export pdf");
    bench.await(() -> shown().equals(List.of("List as PDF…")));
    robot.type(KeyCode.ENTER);
    assertThat(done).hasValue(1);
  }

  @Test
  void what_is_small_beside_a_command_is_no_name_of_it() throws Exception {
    palette("screen");
    bench.await(() -> shown().equals(List.of("Lock the screen", "Adán Delrío")));
  }

  @Test
  void the_finder_is_told_the_windows_language() throws Exception {
    bench.fx(() -> {
      bench.kit().localisation().languageProperty().set(Language.KOREAN);
      return shell;
    });
    palette("delrio");
    bench.await(() -> shown().equals(List.of("Adán Delrío")));
    assertThat(sought).isNotEmpty().containsOnly(Language.KOREAN);
  }

  private List<Found> find(Localisation words) {
    sought.add(words.languageProperty().get());
    return List.of(new Found.Patient("Adán Delrío", "", Place.VISIT, () -> {}));
  }

  private void palette(String typed) throws Exception {
    bench.press("shell-find");
    bench.await(() -> bench.has("palette-text"));
    robot.write(typed);
  }

  private List<String> shown() {
    ListView<?> list = bench.find("palette-results", ListView.class);
    return list.getItems().stream().map(item -> ((Command) item).title()).toList();
  }

  private final class Ward implements Screen {
    private final StackPane view = new StackPane();

    @Override
    public Parent view() {
      return view;
    }

    @Override
    public void attached() {}

    @Override
    public void detached() {}

    @Override
    public List<ScreenAct> acts() {
      return List.of(
          new ScreenAct("Begin the ward round", done::incrementAndGet),
          new ScreenAct("List as PDF…", "Export", Optional.empty(), done::incrementAndGet));
    }
  }
}
