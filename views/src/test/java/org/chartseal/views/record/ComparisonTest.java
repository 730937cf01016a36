package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.clinical.ContentViewer.DocumentOutcome;
import org.chartseal.services.clinical.ContentViewer.EntryOutcome;
import org.chartseal.services.clinical.DocumentView.Coded;
import org.chartseal.services.clinical.EntryView;
import org.chartseal.services.record.Check;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.api.FxRobot;

class ComparisonTest {

  private final FxRobot robot = new FxRobot();
  private SampleRecords records;
  private Workbench bench;
  private volatile List<RecordItem> retracted = List.of();

  @BeforeEach
  void openARecord() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
    RecordScreen screen =
        bench.fx(() ->
            new RecordScreen(
                bench.kit(),
                new Clinic(),
                records.visitor(),
                new RecordScreen.Additions(List.of(), files -> {}),
                item -> List.of(),
                new RecordScreen.Exits(() -> {}, () -> {})));
    bench.show(screen);
    bench.await(() -> bench.find("record-status", Label.class).getText().contains("complete"));
    bench.press("view-list");
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void two_marked_entries_stand_side_by_side_with_their_verdicts_and_what_differs_by_a_word()
      throws Exception {
    select(0);
    robot.type(KeyCode.SPACE);
    bench.awaitText("Marked: Note 3, Mar 4, 2026");
    robot.type(KeyCode.DOWN).type(KeyCode.M);
    bench.awaitText("Note 2, Mar 3, 2026 ↔ Note 3, Mar 4, 2026");
    robot.type(KeyCode.C);
    bench.awaitText("Two entries compared");
    bench.awaitText("differs");
    assertThat(bench.texts())
        .contains("HbA1c", "7.2 %", "7.3 %", "only left", "only right", "same", "Proven");
    bench.pictures("compare");
    bench.fx(() -> {
      bench.find("compare-only", CheckBox.class).fire();
      return bench;
    });
    bench.await(() -> bench.find("compare-rows", ListView.class).getItems().size() == 4);
    assertThat(bench.texts()).doesNotContain("80 kg");
    robot.type(KeyCode.ESCAPE);
    bench.await(() -> bench.has("entries"));
  }

  @Test
  void an_entry_is_compared_with_the_one_that_was_marked_by_its_button() throws Exception {
    select(0);
    bench.await(() -> bench.has("entry-compare"));
    bench.press("entry-compare");
    select(2);
    bench.awaitText("Compare with the marked one");
    bench.press("entry-compare");
    bench.awaitText("Two entries compared");
    bench.press("compare-back");
    bench.await(() -> bench.has("entries"));
    bench.press("compare-clear");
    assertThat(bench.texts()).doesNotContain("↔");
  }

  @Test
  void an_entry_that_is_taken_back_while_it_is_compared_or_marked_is_so_at_once() throws Exception {
    select(0);
    robot.type(KeyCode.SPACE);
    robot.type(KeyCode.DOWN).type(KeyCode.M).type(KeyCode.C);
    bench.awaitText("Two entries compared");
    bench.awaitText("differs");
    assertThat(bench.texts()).doesNotContain("Retracted");
    retracted = List.of(records.item(3, "Note 3", List.of(Check.NOT_RETRACTED)));
    bench.press("record-refresh");
    bench.awaitText("Retracted");
    bench.awaitText("It does not hold: NOT_RETRACTED");
    bench.press("compare-back");
    bench.await(() -> bench.has("entries"));
    bench.press("compare-go");
    bench.awaitText("Two entries compared");
    bench.awaitText("It does not hold: NOT_RETRACTED");
  }

  @Test
  void the_timeline_marks_too() throws Exception {
    select(1);
    bench.press("view-timeline");
    robot.clickOn("#record-timeline");
    robot.type(KeyCode.M);
    bench.awaitText("Mark another one to compare them.");
  }

  private void select(int row) {
    bench.fx(() -> {
      TableView<?> entries = bench.find("entries", TableView.class);
      entries.getSelectionModel().clearAndSelect(row);
      entries.getFocusModel().focus(row);
      entries.requestFocus();
      return entries;
    });
    bench.settle();
  }

  private final class Clinic extends QuietDesk {
    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      for (int n = 0; n < 4; n++) {
        sink.accept(records.item(n));
      }
      return SampleRecords.complete();
    }

    @Override
    public Opened more(
        Visitor visitor, Source source, Progress progress, Consumer<RecordItem> sink) {
      retracted.forEach(sink);
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      int n = Integer.parseInt(item.name().substring("hong/".length()));
      return new ContentView(
          new EntryOutcome.Shown(
              new EntryView(
                  List.of(
                      new EntryView.Section(
                          "Results",
                          List.of(
                              line("HbA1c", "7." + n + " %", "4548-4"),
                              line("Weight", "80 kg", "29463-7"),
                              line("Only " + n, "1", "")))))),
          new DocumentOutcome.Nothing());
    }

    private static EntryView.Line line(String label, String value, String code) {
      return new EntryView.Line(
          "Observation/1",
          label,
          value,
          "4 – 6 %",
          "final",
          "2026-03-01",
          new Coded(code.isEmpty() ? "" : "http://loinc.org", code, label));
    }
  }
}
