package org.chartseal.views.record;

import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.seal.EntryKind;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Entries;
import org.chartseal.views.testing.FxWatchdog;
import org.chartseal.views.testing.TestWindow;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.testfx.api.FxRobot;
import org.testfx.framework.junit5.ApplicationExtension;
import org.testfx.framework.junit5.Start;

@ExtendWith(ApplicationExtension.class)
class RecordKeepsTheThreadFreeTest {

  private static final int MANY = 10_000;
  private static final int FEW = 500;
  private static final int STEPS = 12;
  private static final Duration LIMIT = Duration.ofMillis(100);

  private TestWindow window;

  @Start
  void start(Stage stage) {
    window = new TestWindow(stage);
  }

  @AfterEach
  void close() {
    window.close();
  }

  @Test
  void ten_thousand_entries_are_opened_filtered_and_leafed_through_without_a_held_up_pulse(
      FxRobot robot) throws Exception {
    SampleRecords records = new SampleRecords();
    List<RecordItem> items = items();
    // The toolkit's and our code have run once: what counts is the record, not the machine's start.
    walk(robot, records, items.subList(0, FEW));
    walk(robot, records, items.subList(0, FEW));
    FxWatchdog watchdog = new FxWatchdog(LIMIT, FxWatchdog.Charge.ALL);
    walk(robot, records, items);
    watchdog.close();
  }

  private void walk(FxRobot robot, SampleRecords records, List<RecordItem> items) {
    RecordScreen[] shown = new RecordScreen[1];
    robot.interact(() ->
        shown[0] =
            window.show(kit ->
                new RecordScreen(
                    kit,
                    new Desk(items),
                    records.visitor(),
                    new RecordScreen.Additions(List.of(), files -> {}),
                    item -> List.of(),
                    new RecordScreen.Exits(() -> {}, () -> {}))));
    TestWindow.until(() -> robot.lookup("#record-timeline").tryQuery().isPresent());
    robot.clickOn("#view-list");
    TestWindow.until(() -> table(robot).getItems().size() == items.size());
    robot.clickOn("#entries");
    for (int i = 0; i < STEPS; i++) {
      robot.type(KeyCode.PAGE_DOWN);
    }
    robot.type(KeyCode.END);
    robot.clickOn("#record-filter").write("HbA1c");
    TestWindow.until(() -> table(robot).getItems().size() < items.size());
    robot.eraseText("HbA1c".length());
    TestWindow.until(() -> table(robot).getItems().size() == items.size());
    robot.clickOn("#view-timeline");
    robot.clickOn("#record-timeline");
    for (int i = 0; i < STEPS; i++) {
      robot.type(KeyCode.PLUS, KeyCode.LEFT);
    }
    robot.type(KeyCode.HOME);
    robot.interact(() -> {
      shown[0].detached();
      shown[0].closed();
    });
  }

  private static TableView<?> table(FxRobot robot) {
    return robot.lookup("#entries").query();
  }

  private static List<RecordItem> items() throws Exception {
    Entries entries = new Entries();
    List<RecordItem> items = new ArrayList<>();
    LocalDate day = LocalDate.of(2026, 3, 1);
    for (int n = 0; n < MANY; n++) {
      LocalDate date = day.minusDays(n * 2L);
      items.add(
          new RecordItem(
              "hong/" + n,
              "Hana Clinic",
              entries.entry(n, EntryKind.ENCOUNTER, date.toString(), title(n), List.of()),
              List.of(
                  line("Observation", title(n), date, "final", 50 + n % 40 + " mmol/mol"),
                  line("Condition", "Condition " + n % 30, date, "active", ""),
                  line("MedicationRequest", "Medicine " + n % 50, date, "active", ""))));
    }
    return items;
  }

  private static EntryView.Line line(
      String resource, String label, LocalDate date, String status, String value) {
    return new EntryView.Line(resource + "/1", label, value, "", status, date.toString());
  }

  private static String title(int n) {
    return n % 5 == 0 ? "HbA1c" : "Result " + n % 20;
  }

  private static final class Desk extends QuietDesk {
    private final List<RecordItem> items;

    Desk(List<RecordItem> items) {
      this.items = items;
    }

    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      items.forEach(sink);
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
