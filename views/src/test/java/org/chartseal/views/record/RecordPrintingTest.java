package org.chartseal.views.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Spinner;
import org.chartseal.services.clinical.ContentView;
import org.chartseal.services.seal.Progress;
import org.chartseal.views.kit.patient.Visitor;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Pages go to a printer whose paper is PostScript. */
final class RecordPrintingTest {

  private static final int ENTRIES = 80;

  @TempDir Path folder;

  private SampleRecords records;
  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
    records = new SampleRecords();
    bench.show(
        bench.fx(() ->
            new RecordScreen(
                bench.kit(),
                new Clinic(),
                records.visitor(),
                new RecordScreen.Additions(List.of(), files -> {}),
                item -> List.of(),
                new RecordScreen.Exits(() -> {}, () -> {}))));
    bench.press("view-list");
    bench.await(() -> bench.has("entry-print"));
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void the_list_comes_out_on_the_usual_printer_with_all_its_pages() throws Exception {
    bench.exports().printers().plugIn();
    printList();
    bench.await(() -> bench.has("print-printer"));
    assertThat(bench.fx(() -> bench.find("print-printer", ComboBox.class).getValue())).isNotNull();
    bench.pictures("print");
    bench.fx(() -> {
      bench.find("print-copies", Spinner.class).increment();
      return bench;
    });
    bench.press("print-go");
    bench.await(() -> bench.has("print-done"));
    assertThat(bench.texts()).contains("2 copies");
    assertThat(bench.exports().printers().pages()).isGreaterThan(1);
    bench.pictures("print-done");
    bench.press("print-close");
    assertThat(bench.has("print")).isFalse();
  }

  @Test
  void an_entry_comes_out() throws Exception {
    bench.exports().printers().plugIn();
    bench.press("entry-print");
    bench.await(() -> bench.has("print-printer"));
    assertThat(bench.fx(() -> bench.find("print-go", Node.class).isFocused())).isTrue();
    bench.press("print-go");
    bench.await(() -> bench.has("print-done"));
    assertThat(bench.texts()).contains("1 copy");
    assertThat(bench.exports().printers().pages()).isEqualTo(1);
  }

  @Test
  void where_there_is_no_printer_that_is_said_and_the_pages_are_saved_instead() throws Exception {
    printList();
    bench.awaitText("No printer is set up on this machine");
    bench.pictures("print-none");
    Path file = folder.resolve("list.pdf");
    bench.exports().choose(file);
    bench.press("print-save");
    bench.awaitText("list.pdf is saved");
    assertThat(Files.size(file)).isPositive();
  }

  @Test
  void a_printer_that_takes_nothing_is_a_refusal_and_can_be_tried_again() throws Exception {
    bench.exports().printers().jam();
    printList();
    bench.await(() -> bench.has("print-printer"));
    bench.press("print-go");
    bench.awaitText("CS-PRINT-02");
    bench.exports().printers().plugIn();
    bench.pressWords("Try again");
    bench.await(() -> bench.has("print-printer"));
    bench.press("print-go");
    bench.await(() -> bench.has("print-done"));
  }

  private void printList() {
    bench.fx(() -> {
      MenuItem item =
          bench.find("record-export", MenuButton.class).getItems().stream()
              .filter(one -> "export-print".equals(one.getId()))
              .findFirst()
              .orElseThrow();
      item.fire();
      return item;
    });
  }

  private final class Clinic extends QuietDesk {
    @Override
    public Opened open(Visitor visitor, Progress progress, Consumer<RecordItem> sink) {
      for (int n = 0; n < ENTRIES; n++) {
        sink.accept(records.item(n));
      }
      return SampleRecords.complete();
    }

    @Override
    public ContentView content(Visitor visitor, RecordItem item, Progress progress) {
      return SampleRecords.words(item.title());
    }
  }
}
