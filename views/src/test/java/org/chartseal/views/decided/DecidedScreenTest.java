package org.chartseal.views.decided;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.text.Text;
import javafx.stage.Stage;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.testing.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;
import org.testfx.util.WaitForAsyncUtils;

@ExtendWith(ApplicationExtension.class)
class DecidedScreenTest {

  private final SampleDecided desk = new SampleDecided(6);
  private TestWindow window;
  private DecidedScreen screen;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage);
    screen = window.show(kit -> new DecidedScreen(kit, desk, (claim, back) -> screen));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void a_decision_that_its_own_rules_do_not_lead_to_is_said_to_be_unreliable(FxRobot robot) {
    TestWindow.until(() -> robot.lookup("#decided-table").tryQuery().isPresent());
    TableView<ClaimRow> table = robot.lookup("#decided-table").query();
    TestWindow.until(() -> table.getItems().size() == 6);
    assertThat(robot.lookup("#decided-replay").query().isVisible()).isFalse();
    robot.interact(() -> table.getSelectionModel().clearAndSelect(0));
    robot.clickOn("#decided-replay");
    TestWindow.until(() ->
        robot
            .lookup("#decided-note")
            .<Labeled>tryQuery()
            .filter(note -> note.getText().contains("Do not rely"))
            .isPresent());
  }

  @Test
  void a_transaction_loses_its_middle_where_it_does_not_fit_and_is_copied_whole(FxRobot robot) {
    TestWindow.until(() -> robot.lookup("#decided-table").tryQuery().isPresent());
    TableView<ClaimRow> table = robot.lookup("#decided-table").query();
    TestWindow.until(() -> table.getItems().size() == 6);
    robot.interact(() -> table.scrollToColumnIndex(table.getColumns().size() - 1));
    String whole = "0x" + "ab".repeat(32);
    TestWindow.until(() -> !robot.lookup(whole).queryAll().isEmpty());
    TableCell<?, ?> cell = robot.lookup(whole).queryAs(TableCell.class);
    assertThat(cell.getTooltip().getText()).isEqualTo(whole);
    assertThat(cell.lookup(".text")).isInstanceOf(Text.class);
    assertThat(((Text) cell.lookup(".text")).getText())
        .matches("0xab[ab]*…[ab]*ab|0xab[ab]*\\.\\.\\.[ab]*b");

    int paid = table.getItems().indexOf(cell.getTableRow().getItem());
    robot.interact(() -> table.getSelectionModel().clearAndSelect(paid));
    robot.clickOn("#decided-copy");
    assertThat(WaitForAsyncUtils.waitForAsyncFx(1_000, Clipboard.getSystemClipboard()::getString))
        .isEqualTo(whole);
    int unpaid = paid == 0 ? 1 : paid - 1;
    robot.interact(() -> table.getSelectionModel().clearAndSelect(unpaid));
    assertThat(robot.lookup("#decided-copy").query().isVisible()).isFalse();
  }
}
