package org.chartseal.views.rules;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.Labeled;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.stage.Stage;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

/** The rules as tables, and another pack tried before it decides anything. */
@ExtendWith(ApplicationExtension.class)
class RulesScreenTest {

  private static final Path PACK = Path.of("some.rulepack");

  private final SampleRulesDesk desk = new SampleRulesDesk(9);
  private TestWindow window;
  private RulesScreen screen;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage);
    screen = window.show(kit -> new RulesScreen(kit, desk));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void the_tables_speak_the_readers_language(FxRobot robot) {
    TestWindow.until(() -> shown(robot, "#rules-tables"));
    assertThat(titles(robot)).contains("Price", "If: signature", "Then: outcome");
    PackWords words = new PackWords(window.kit());
    assertThat(words.value("!holds")).isEqualTo("not holds");
    assertThat(words.value("code|category")).isEqualTo("by code or by category");
    assertThat(words.value("162673000")).isEqualTo("162673000");
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.KOREAN));
    assertThat(titles(robot))
        .contains("가격", "조건: 서명", "결과: 판단")
        .noneMatch(title -> title.matches(".*[a-z].*"));
    assertThat(words.value("yes")).isEqualTo("예");
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.ENGLISH));
  }

  @Test
  void a_trial_says_what_would_change_in_sums_that_add_up_and_line_by_line(FxRobot robot) {
    TestWindow.until(() -> shown(robot, "#rules-tables"));
    desk.turns.release();
    robot.interact(() -> screen.tryOut(PACK));
    TestWindow.until(() -> shown(robot, "#trial"));
    assertThat(text(robot, "#trial-claims"))
        .isEqualTo("9 claims = 9 tried + 0 could not be tried + 0 not reached");
    assertThat(text(robot, "#trial-lines"))
        .matches("18 lines = 0 unchanged \\+ 0 newly approved \\+ 18 newly denied .*");
    TableView<?> table = robot.lookup("#trial-lines-table").query();
    assertThat(table.getItems()).hasSize(18);
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.KOREAN));
    assertThat(text(robot, "#trial-claims")).startsWith("청구 9건 = 시험함 9");
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.ENGLISH));
    robot.clickOn("#trial-back");
    TestWindow.until(() -> shown(robot, "#rules-tables"));
  }

  @Test
  void a_pack_that_cannot_be_used_is_refused_and_the_rules_stay(FxRobot robot) {
    TestWindow.until(() -> shown(robot, "#rules-tables"));
    desk.refusal =
        Optional.of(new Fault("CS-RULE-04", "The rule pack was changed after it was signed."));
    robot.interact(() -> screen.tryOut(PACK));
    TestWindow.until(() -> !robot.lookup("CS-RULE-04").queryAll().isEmpty());
    assertThat(shown(robot, "#rules-tables")).isTrue();
    desk.refusal = Optional.empty();
    desk.turns.release();
    robot.interact(() -> screen.tryOut(PACK));
    TestWindow.until(() -> shown(robot, "#trial"));
  }

  @Test
  void a_trial_that_is_stopped_leaves_the_rules(FxRobot robot) {
    TestWindow.until(() -> shown(robot, "#rules-tables"));
    robot.interact(() -> screen.tryOut(PACK));
    TestWindow.until(() -> text(robot, "#state-step").equals("Trying past claims"));
    robot.clickOn("Stop");
    TestWindow.until(() -> shown(robot, "#rules-tables"));
    desk.turns.release();
    robot.interact(() -> {
      screen.detached();
      screen.attached();
    });
    assertThat(shown(robot, "#rules-tables")).isTrue();
    assertThat(shown(robot, "#trial")).isFalse();
  }

  private static List<String> titles(FxRobot robot) {
    List<String> titles = new ArrayList<>();
    for (Tab tab : robot.lookup("#rules-tables").queryAs(TabPane.class).getTabs()) {
      if (tab.getContent() instanceof TableView<?> table) {
        table.getColumns().forEach(column -> titles.add(column.getText()));
      }
    }
    return titles;
  }

  private static boolean shown(FxRobot robot, String query) {
    return robot.lookup(query).tryQuery().isPresent();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }
}
