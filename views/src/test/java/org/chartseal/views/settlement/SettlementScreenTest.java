package org.chartseal.views.settlement;

import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.Labeled;
import javafx.stage.Stage;
import org.chartseal.views.testing.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class SettlementScreenTest {

  private static final int CLAIMS = 4;

  private final SampleSettlement desk = new SampleSettlement(CLAIMS, 1_000_000);
  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage);
    window.show(kit -> new SettlementScreen(kit, desk));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void one_pin_pays_all_that_is_due_and_after_it_nothing_is(FxRobot robot) {
    TestWindow.until(() -> robot.lookup("#settlement-pay").tryQuery().isPresent());
    assertThat(text(robot, "#settlement-pool")).isEqualTo("$10,000.00");
    assertThat(text(robot, "#settlement-due")).isNotEqualTo("$0.00");
    enter(robot, "1111");
    TestWindow.until(() -> !robot.lookup("The PIN is wrong.").queryAll().isEmpty());
    assertThat(desk.payments).hasValue(0);
    robot.clickOn(".cs-pin-field").write(SampleSettlement.PIN).clickOn("#pin-confirm");
    TestWindow.until(() -> text(robot, "#settlement-note").contains("payments signed"));
    assertThat(desk.payments).hasValue(CLAIMS);
    TestWindow.until(() -> text(robot, "#settlement-due").equals("$0.00"));
    assertThat(robot.lookup("#settlement-pay").query().isVisible()).isFalse();
  }

  @Test
  void what_another_window_paid_is_not_offered_any_more(FxRobot robot) {
    TestWindow.until(() -> text(robot, "#settlement-pay").startsWith("Pay "));
    String due = text(robot, "#settlement-due");
    assertThat(due).isNotEqualTo("$0.00");
    desk.paidElsewhere();
    TestWindow.until(() -> !text(robot, "#settlement-due").equals(due));
    assertThat(text(robot, "#settlement-due")).isEqualTo("$0.00");
    assertThat(robot.lookup("#settlement-pay").query().isVisible()).isFalse();
  }

  private static void enter(FxRobot robot, String pin) {
    robot.clickOn("#settlement-pay");
    TestWindow.until(() -> robot.lookup(".cs-pin-field").tryQuery().isPresent());
    robot.clickOn(".cs-pin-field").write(pin).clickOn("#pin-confirm");
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }
}
