package org.chartseal.views.queue;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TableView;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chartseal.services.claims.desk.RulingOrder;
import org.chartseal.services.seal.Fault;
import org.chartseal.views.claim.ClaimScreen;
import org.chartseal.views.claim.RulingDrafts;
import org.chartseal.views.kit.ScreenAct;
import org.chartseal.views.kit.claims.ClaimRow;
import org.chartseal.views.kit.claims.ClaimWords;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.queue.QueueFilter.Waiting;
import org.chartseal.views.testing.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class QueueScreenTest {

  private static final int CLAIMS = 9;

  private final SampleQueue desk = new SampleQueue(CLAIMS);
  private final SampleReview review = new SampleReview(desk);
  private final RulingDrafts drafts = new RulingDrafts();
  private final AtomicInteger badge = new AtomicInteger();
  private TestWindow window;
  private QueueScreen screen;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage);
    screen =
        window.show(kit ->
            new QueueScreen(
                kit,
                desk,
                (claim, back) -> new ClaimScreen(kit, review, drafts, claim, back),
                badge::set));
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void what_is_typed_and_chosen_narrows_the_queue_and_is_kept_under_a_name(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    assertThat(badge).hasValue(CLAIMS);
    robot.clickOn("#queue-filter").write("hana m-0000");
    TestWindow.until(() -> rows(robot) == 3);
    robot.interact(() -> waiting(robot).setValue(Waiting.PERSON));
    TestWindow.until(() -> rows(robot) == 0);
    robot.interact(() -> waiting(robot).setValue(Waiting.RULES));
    TestWindow.until(() -> rows(robot) == 3);

    robot.interact(() -> menu(robot, "Keep this filter…").fire());
    robot.clickOn("#filter-name").write("Hana");
    robot.clickOn("#filter-name-keep");
    TestWindow.until(() -> desk.kept.size() == 1);
    assertThat(desk.kept.getFirst())
        .isEqualTo(new SavedFilter("Hana", new QueueFilter("hana m-0000", Waiting.RULES, "")));
    robot.interact(() -> robot.lookup("#queue-filter").queryAs(TextField.class).clear());
    TestWindow.until(() -> rows(robot) == CLAIMS);
    robot.interact(() -> menu(robot, "Hana").fire());
    TestWindow.until(() -> rows(robot) == 3);
  }

  @Test
  void what_comes_while_somebody_looks_is_there_and_leaves_what_they_chose(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    robot.clickOn(table(robot));
    robot.interact(() -> table(robot).getSelectionModel().selectIndices(5, 2, 3));
    String lead = table(robot).getSelectionModel().getSelectedItem().number();
    List<String> chosen = chosen(robot);
    desk.arrive();
    TestWindow.until(() -> rows(robot) == CLAIMS + 1);
    assertThat(badge).hasValue(CLAIMS + 1);
    assertThat(chosen(robot)).hasSize(3).isEqualTo(chosen);
    assertThat(table(robot).getSelectionModel().getSelectedItem().number()).isEqualTo(lead);
    assertThat(table(robot).getFocusModel().getFocusedIndex())
        .isEqualTo(table(robot).getSelectionModel().getSelectedIndex());
    assertThat(text(robot, "#queue-decide-selected")).contains("(3)");
    assertThat(table(robot).isFocused()).isTrue();
  }

  @Test
  void what_could_not_be_read_is_read_as_soon_as_it_can_be_and_nothing_after_somebody_left(
      FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.away = Optional.of(new Fault("CS-LEDGER-02", "No endpoint answers."));
    robot.clickOn("#queue-reload");
    TestWindow.until(() -> robot.lookup("#queue-trouble").tryQuery().isPresent());
    // Nothing came meanwhile: that alone would not have it read.
    desk.away = Optional.empty();
    TestWindow.until(() -> robot.lookup("#queue-trouble").tryQuery().isEmpty());
    robot.interact(screen::detached);
    int asked = desk.asked.get();
    desk.arrive();
    robot.sleep(4, TimeUnit.SECONDS);
    assertThat(desk.asked).hasValue(asked);
    assertThat(rows(robot)).isEqualTo(CLAIMS);
  }

  private static List<String> chosen(FxRobot robot) {
    return table(robot).getSelectionModel().getSelectedItems().stream()
        .map(ClaimRow::number)
        .sorted()
        .toList();
  }

  @Test
  void a_batch_stopped_half_way_says_what_was_reached_and_the_sums_add_up(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    robot.clickOn("#queue-decide-shown");
    enterPin(robot, SampleQueue.PIN);
    desk.turns.release(2);
    TestWindow.until(() -> text(robot, "#pin-numbers").startsWith("1 of 9"));
    robot.clickOn("#pin-cancel");
    TestWindow.until(() -> text(robot, "#pin-cancel").equals("Stopping…"));
    desk.turns.release();
    TestWindow.until(() -> robot.lookup("#decide-summary").tryQuery().isPresent());
    assertThat(text(robot, "#summary-claims"))
        .isEqualTo("9 claims = 2 decided + 0 refused + 7 not reached");
    assertThat(text(robot, "#summary-lines"))
        .isEqualTo("3 lines = 3 approved + 0 denied + 0 for a person");
    TestWindow.until(() -> badge.get() == CLAIMS - 2);
  }

  @Test
  void a_wrong_pin_decides_nothing_and_can_be_entered_again(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.turns.release(CLAIMS);
    robot.clickOn("#queue-decide-shown");
    enterPin(robot, "1111");
    TestWindow.until(() -> !robot.lookup("The PIN is wrong.").queryAll().isEmpty());
    assertThat(window.kit().overlay().isShowing()).isTrue();
    assertThat(desk.turns.availablePermits()).isEqualTo(CLAIMS);
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> robot.lookup("#decide-summary").tryQuery().isPresent());
    assertThat(text(robot, "#summary-claims"))
        .isEqualTo("9 claims = 9 decided + 0 refused + 0 not reached");
    TestWindow.until(() -> badge.get() == 0);
  }

  @Test
  void when_the_node_is_away_what_was_read_stays_with_what_is_in_the_way(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.away = Optional.of(new Fault("CS-LEDGER-02", "No endpoint answers."));
    robot.clickOn("#queue-reload");
    TestWindow.until(() -> robot.lookup("#queue-trouble").tryQuery().isPresent());
    assertThat(rows(robot)).isEqualTo(CLAIMS);
    assertThat(robot.lookup("#queue-count").queryAs(Labeled.class).getText())
        .startsWith("Not known now; read ");
    desk.away = Optional.empty();
    robot.clickOn("#queue-reload");
    TestWindow.until(() -> robot.lookup("#queue-trouble").tryQuery().isEmpty());
  }

  @Test
  void a_queue_that_cannot_be_read_says_why_and_reads_again(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.away = Optional.of(new Fault("CS-LEDGER-02", "No endpoint answers."));
    robot.interact(() -> {
      screen.detached();
      screen = window.show(kit -> new QueueScreen(kit, desk, (row, back) -> screen, badge::set));
    });
    TestWindow.until(() -> !robot.lookup("CS-LEDGER-02").queryAll().isEmpty());
    desk.away = Optional.empty();
    robot.clickOn("Try again");
    TestWindow.until(() -> rows(robot) == CLAIMS);
  }

  @Test
  void a_claim_shows_what_was_disclosed_and_takes_a_ruling_only_with_a_reason(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.turns.release(CLAIMS);
    robot.clickOn("#queue-decide-shown");
    enterPin(robot, SampleQueue.PIN);
    // The rules leave each third claim to a person.
    TestWindow.until(() -> rows(robot) == CLAIMS / 3);
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.ENTER);
    TestWindow.until(() -> robot.lookup("#line-findings").tryQuery().isPresent());
    assertThat(robot.lookup("#line-elements").tryQuery()).isPresent();
    assertThat(robot.lookup("#line-elements-signed").tryQuery()).isEmpty();
    robot.interact(robot.lookup("#line-elements-details").queryAs(Hyperlink.class)::fire);
    assertThat(robot.lookup("#line-elements-signed").tryQuery()).isPresent();

    Button sign = robot.lookup("#ruling-sign").queryAs(Button.class);
    assertThat(sign.isDisabled()).isTrue();
    robot.interact(() -> {
      robot.lookup("#ruling-deny").queryAs(RadioButton.class).fire();
      robot.lookup("#ruling-code").queryAs(TextField.class).setText("CO-50");
      robot.lookup("#ruling-reason").queryAs(TextArea.class).setText("Not indicated.");
      robot.lookup("#ruling-person").queryAs(TextField.class).setText("Dana Reyes");
    });
    assertThat(sign.isDisabled()).isFalse();
    robot.interact(sign::fire);
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> review.ordered.isPresent());
    RulingOrder order = review.ordered.orElseThrow();
    assertThat(order.reason()).isEqualTo("Not indicated.");
    assertThat(order.wish()).isInstanceOf(RulingOrder.Wish.Deny.class);
    TestWindow.until(() -> !robot.lookup("Another window was faster.").queryAll().isEmpty());
    robot.type(KeyCode.ESCAPE);
    robot.clickOn("#claim-back");
    TestWindow.until(() -> robot.lookup("#queue-table").tryQuery().isPresent());
  }

  @Test
  void a_ruling_that_was_begun_stays_with_its_claim_when_another_is_opened_over_it(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.turns.release(CLAIMS);
    robot.clickOn("#queue-decide-shown");
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> rows(robot) == CLAIMS / 3);
    ClaimRow begun = table(robot).getItems().getFirst();
    ClaimRow other = table(robot).getItems().getLast();
    robot.interact(() -> screen.open(begun));
    TestWindow.until(() -> robot.lookup("#ruling-reason").tryQuery().isPresent());
    robot.interact(() -> lines(robot).getSelectionModel().selectLast());
    robot.interact(() -> {
      robot.lookup("#ruling-deny").queryAs(RadioButton.class).fire();
      reason(robot).setText("Not indicated, but");
    });

    // As the palette does.
    robot.interact(() -> screen.open(other));
    assertThat(reason(robot).getText()).isEmpty();
    assertThat(robot.lookup("#ruling-discard").query().isVisible()).isFalse();

    robot.interact(() -> screen.open(begun));
    assertThat(reason(robot).getText()).isEqualTo("Not indicated, but");
    assertThat(robot.lookup("#ruling-deny").queryAs(RadioButton.class).isSelected()).isTrue();
    robot.interact(() -> robot.lookup("#ruling-discard").queryAs(Button.class).fire());
    robot.interact(() -> screen.open(other));
    robot.interact(() -> screen.open(begun));
    assertThat(reason(robot).getText()).isEmpty();
  }

  @Test
  void a_claim_is_decided_where_it_is_read_and_the_queue_knows_at_once(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.turns.release(CLAIMS);
    String number = ClaimWords.number(table(robot).getItems().get(1));
    robot.clickOn(table(robot));
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(1));
    robot.type(KeyCode.ENTER);
    TestWindow.until(() -> robot.lookup("#claim-decide").tryQuery().isPresent());
    assertThat(text(robot, "#claim-standing")).isEqualTo("To be decided");
    robot.clickOn("#claim-decide");
    TestWindow.until(() -> says(robot, "Decides claim " + number + " by the rule pack"));
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> robot.lookup("#decide-summary").tryQuery().isPresent());
    assertThat(text(robot, "#summary-claims"))
        .isEqualTo("1 claim = 1 decided + 0 refused + 0 not reached");
    assertThat(text(robot, "#claim-standing")).isEqualTo("On its way");
    assertThat(text(robot, "#line-outcome")).isEqualTo("Approved");
    assertThat(text(robot, "#line-explanation")).isNotBlank();
    assertThat(robot.lookup("#claim-decide").query().isVisible()).isFalse();
    assertThat(badge).hasValue(CLAIMS - 1);
    // What was read of the queue is right, though it cannot be read again.
    desk.away = Optional.of(new Fault("CS-LEDGER-02", "No endpoint answers."));
    robot.clickOn("#claim-back");
    TestWindow.until(() -> robot.lookup("#queue-trouble").tryQuery().isPresent());
    assertThat(rows(robot)).isEqualTo(CLAIMS - 1);
    // What moved up is where the keyboard is, and nobody chose it.
    assertThat(table(robot).getSelectionModel().getSelectedItems()).isEmpty();
    assertThat(table(robot).getFocusModel().getFocusedIndex()).isEqualTo(1);
  }

  private static boolean says(FxRobot robot, String words) {
    return robot
        .lookup((Node node) ->
            node instanceof Labeled label
                && label.getText() != null
                && label.getText().contains(words))
        .tryQuery()
        .isPresent();
  }

  @Test
  void a_decision_that_was_stopped_leaves_the_claim_to_be_decided(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    robot.interact(() -> screen.open(table(robot).getItems().getFirst()));
    robot.clickOn("#claim-decide");
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> text(robot, "#pin-cancel").equals("Stop"));
    robot.clickOn("#pin-cancel");
    desk.turns.release();
    TestWindow.until(() -> robot.lookup("#decide-summary").tryQuery().isPresent());
    assertThat(text(robot, "#summary-claims"))
        .isEqualTo("1 claim = 0 decided + 0 refused + 1 not reached");
    assertThat(robot.lookup("#claim-decide").query().isVisible()).isTrue();
  }

  @Test
  void escape_leads_from_a_claim_to_its_row_and_what_was_written_stays(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    desk.turns.release(CLAIMS);
    robot.clickOn("#queue-decide-shown");
    enterPin(robot, SampleQueue.PIN);
    TestWindow.until(() -> rows(robot) == CLAIMS / 3);
    robot.interact(() -> table(robot).requestFocus());
    robot.type(KeyCode.DOWN, KeyCode.DOWN, KeyCode.ENTER);
    TestWindow.until(() -> robot.lookup("#ruling-reason").tryQuery().isPresent());
    String opened = text(robot, "#claim-facts");
    robot.type(KeyCode.ESCAPE);
    TestWindow.until(() -> table(robot).isFocused());
    assertThat(table(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);
    TestWindow.until(() -> !text(robot, "#queue-count").startsWith("Reading"));
    assertThat(table(robot).isFocused()).isTrue();
    assertThat(table(robot).getSelectionModel().getSelectedIndex()).isEqualTo(1);

    robot.type(KeyCode.ENTER);
    TestWindow.until(() -> text(robot, "#claim-facts").equals(opened));
    robot.interact(() -> reason(robot).requestFocus());
    robot.write("Not yet").type(KeyCode.ESCAPE);
    TestWindow.until(() -> robot.lookup("#queue-table").tryQuery().isPresent());
    robot.type(KeyCode.ENTER);
    TestWindow.until(() -> robot.lookup("#ruling-reason").tryQuery().isPresent());
    assertThat(reason(robot).getText()).isEqualTo("Not yet");
  }

  @Test
  void the_palette_has_what_can_be_done_with_the_queue_and_then_with_the_claim(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    assertThat(titles()).containsExactly("Decide all shown (9)", "Read again");
    robot.interact(() -> table(robot).getSelectionModel().clearAndSelect(0));
    assertThat(titles())
        .containsExactly("Decide selected (1)", "Decide all shown (9)", "Read again");
    robot.interact(() -> screen.open(table(robot).getItems().getFirst()));
    assertThat(titles()).containsExactly("Decide this claim…", "Back to the list");
    robot.interact(() -> screen.acts().getLast().run().run());
    assertThat(rows(robot)).isEqualTo(CLAIMS);
  }

  @Test
  void another_language_changes_every_word_at_once(FxRobot robot) {
    TestWindow.until(() -> rows(robot) == CLAIMS);
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.KOREAN));
    assertThat(text(robot, "#queue-decide-shown")).isEqualTo("보이는 9건 모두 결정");
    assertThat(waiting(robot).getConverter().toString(Waiting.PERSON)).isEqualTo("담당자 판단 필요");
    assertThat(waiting(robot).getButtonCell().getText())
        .isEqualTo(waiting(robot).getConverter().toString(waiting(robot).getValue()))
        .isNotEqualTo("Everything that waits");
    assertThat(Set.copyOf(table(robot).getColumns().stream().map(c -> c.getText()).toList()))
        .contains("의료기관", "금액", "기다리는 이유");
    robot.interact(() -> window.kit().localisation().languageProperty().set(Language.ENGLISH));
    assertThat(waiting(robot).getButtonCell().getText()).isEqualTo("Everything that waits");
  }

  private List<String> titles() {
    return screen.acts().stream().map(ScreenAct::title).toList();
  }

  private static void enterPin(FxRobot robot, String pin) {
    TestWindow.until(() -> robot.lookup(".cs-pin-field").tryQuery().isPresent());
    robot.clickOn(".cs-pin-field").write(pin).clickOn("#pin-confirm");
  }

  private static int rows(FxRobot robot) {
    return robot
        .lookup("#queue-table")
        .<TableView<ClaimRow>>tryQuery()
        .map(table -> table.getItems().size())
        .orElse(-1);
  }

  private static TableView<ClaimRow> table(FxRobot robot) {
    return robot.lookup("#queue-table").query();
  }

  private static TableView<?> lines(FxRobot robot) {
    return robot.lookup("#claim-lines").query();
  }

  private static TextArea reason(FxRobot robot) {
    return robot.lookup("#ruling-reason").queryAs(TextArea.class);
  }

  private static ComboBox<Waiting> waiting(FxRobot robot) {
    return robot.lookup("#queue-waiting").query();
  }

  private static MenuItem menu(FxRobot robot, String text) {
    return robot.lookup("#queue-saved").queryAs(MenuButton.class).getItems().stream()
        .filter(item -> text.equals(item.getText()))
        .findFirst()
        .orElseThrow();
  }

  private static String text(FxRobot robot, String query) {
    return robot.lookup(query).<Labeled>tryQuery().map(Labeled::getText).orElse("");
  }
}
