package org.chartseal.views.kit.entry;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import org.chartseal.services.clinical.Narrative;

/**
 * Where the cells of a table stand when some cover several columns or rows (HTML 5, §4.9.12.1: a
 * cell takes the first place that no cell above it covers).
 *
 * @param columns how many there are
 */
record TableLayout(int columns, List<Row> rows) {

  TableLayout {
    rows = List.copyOf(rows);
  }

  /** One row. */
  record Row(Narrative.RowKind kind, List<Placed> cells) {
    Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell in its place.
   *
   * @param columns how many it covers, within the table
   * @param rows how many it covers, within the table
   */
  record Placed(int column, int columns, int rows, Narrative.Cell cell) {}

  static TableLayout of(Narrative.Table table) {
    List<BitSet> taken = new ArrayList<>();
    table.rows().forEach(row -> taken.add(new BitSet()));
    List<Row> rows = new ArrayList<>();
    int columns = 0;
    for (int line = 0; line < table.rows().size(); line++) {
      Narrative.Row row = table.rows().get(line);
      List<Placed> placed = new ArrayList<>();
      int column = 0;
      for (Narrative.Cell cell : row.cells()) {
        column = taken.get(line).nextClearBit(column);
        int deep = Math.min(cell.rows(), table.rows().size() - line);
        for (int below = line; below < line + deep; below++) {
          taken.get(below).set(column, column + cell.columns());
        }
        placed.add(new Placed(column, cell.columns(), deep, cell));
        column += cell.columns();
        columns = Math.max(columns, column);
      }
      rows.add(new Row(row.kind(), placed));
    }
    return new TableLayout(columns, rows);
  }
}
