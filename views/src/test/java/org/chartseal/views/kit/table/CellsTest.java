package org.chartseal.views.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleStringProperty;
import javafx.collections.FXCollections;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.chartseal.views.kit.text.Language;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Cells that went out of sight before the language was switched, and come back after it. */
final class CellsTest {

  private static final double TALL = 640;
  private static final double LOW = 160;
  private static final List<Integer> ROWS = IntStream.range(0, 100).boxed().toList();

  private Workbench bench;

  @BeforeEach
  void open() throws Exception {
    bench = new Workbench();
  }

  @AfterEach
  void close() {
    bench.close();
  }

  @Test
  void rows_of_a_table_that_are_out_of_sight_follow_the_language_too() {
    DataTable<Integer> table =
        bench.fx(() ->
            new DataTable<>(
                bench.kit(),
                "any-table",
                List.of(
                    Column.words(
                        "row", new SimpleStringProperty("#"), 240, CellsTest.this::words))));
    bench.fx(() -> {
      table.show(ROWS);
      table.attach();
      return table;
    });
    switchWhileLow(bench.fx(table::view));
  }

  @Test
  void cells_of_a_list_that_are_out_of_sight_follow_the_language_too() {
    ListView<Integer> list =
        bench.fx(() -> {
          ListView<Integer> made = new ListView<>(FXCollections.observableArrayList(ROWS));
          made.setFixedCellSize(32);
          made.setCellFactory(any -> new WordCell());
          bench.kit().localisation().languageProperty().subscribe(now -> Cells.renew(made));
          return made;
        });
    switchWhileLow(list);
  }

  private void switchWhileLow(Region rows) {
    bench.show(bench.fx(() -> new VBox(rows)));
    height(rows, TALL);
    assertThat(bench.texts()).contains("English 15");
    height(rows, LOW);
    bench.speak(Language.KOREAN);
    height(rows, TALL);
    assertThat(bench.texts()).contains("한국어 0\n", "한국어 15").doesNotContain("English");
  }

  private void height(Region rows, double height) {
    bench.fx(() -> {
      rows.setMinHeight(height);
      rows.setMaxHeight(height);
      rows.getScene().getRoot().applyCss();
      rows.getScene().getRoot().layout();
      return rows;
    });
    bench.settle();
  }

  private String words(Integer row) {
    return bench.kit().localisation().languageProperty().get().ownName() + " " + row;
  }

  /** A number in words of the present language. */
  private final class WordCell extends ListCell<Integer> {
    @Override
    protected void updateItem(Integer row, boolean empty) {
      super.updateItem(row, empty);
      setText(empty || row == null ? null : words(row));
    }
  }
}
