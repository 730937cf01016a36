package org.chartseal.views.kit.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.scene.control.TableView;
import org.chartseal.views.testing.Workbench;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class TableExportTest {

  @TempDir private Path folder;

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
  void every_table_saves_what_it_shows_from_its_menu() throws Exception {
    DataTable<String> table =
        bench.fx(() ->
            new DataTable<>(
                bench.kit(),
                "any-table",
                List.of(
                    Column.words("name", new SimpleStringProperty("Name"), 100, row -> row),
                    Column.words(
                        "length",
                        new SimpleStringProperty("Length"),
                        100,
                        row -> Integer.toString(row.length())))));
    bench.show(bench.fx(table::view));
    bench.fx(() -> {
      table.describe("Claims: 2026/11");
      table.show(List.of("=1+1", "b", "홍서연"));
      table.filter(row -> !row.equals("b"));
      return table;
    });
    Path file = folder.resolve("any.csv");
    bench.exports().choose(file);
    bench.fx(() -> {
      bench.find("any-table", TableView.class).getContextMenu().getItems().getFirst().fire();
      return table;
    });
    bench.await(() -> bench.has("saving-where"));
    assertThat(Files.readString(file)).isEqualTo("\uFEFFName,Length\r\n'=1+1,4\r\n홍서연,3\r\n");
    assertThat(bench.exports().suggested()).isEqualTo("Claims 2026 11.csv");
  }
}
