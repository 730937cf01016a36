package org.chartseal.views.kit.entry;

import java.util.List;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.chartseal.services.clinical.Narrative;
import org.chartseal.views.kit.Kit;

/** A table of a document, as it was set: captions, headings, cells that cover others. */
final class NarrativeTable extends VBox {

  /** A wider table is shown row by row: its columns would be narrower than a letter. */
  private static final int WIDEST = 24;

  /** A date or a value does not break in it. */
  private static final double NARROWEST = 88;

  private final Kit kit;
  private final GridPane grid = new GridPane();

  NarrativeTable(Kit kit, Narrative.Table table) {
    this.kit = kit;
    getStyleClass().add("cs-table-box");
    if (!table.caption().isEmpty()) {
      Label caption = new Label(table.caption());
      caption.setWrapText(true);
      caption.getStyleClass().add("cs-strong");
      getChildren().add(caption);
    }
    TableLayout layout = TableLayout.of(table);
    if (layout.columns() > WIDEST) {
      NarrativeView.paged(kit, this, table.rows().size(), at -> flat(table.rows().get(at)));
      return;
    }
    grid.getStyleClass().add("cs-grid");
    for (int column = 0; column < layout.columns(); column++) {
      ColumnConstraints width = new ColumnConstraints();
      width.setHgrow(Priority.SOMETIMES);
      width.setMinWidth(NARROWEST);
      grid.getColumnConstraints().add(width);
    }
    getChildren().add(grid);
    page(layout, 0);
  }

  private void page(TableLayout layout, int from) {
    List<TableLayout.Row> rows = layout.rows();
    int until = Math.min(rows.size(), from + NarrativeView.PAGE);
    for (int line = from; line < until; line++) {
      TableLayout.Row row = rows.get(line);
      for (TableLayout.Placed placed : row.cells()) {
        grid.add(
            cell(row.kind(), placed.cell()),
            placed.column(),
            line,
            placed.columns(),
            placed.rows());
      }
    }
    if (until < rows.size()) {
      Button more = NarrativeView.more(kit, rows.size() - until);
      more.setOnAction(pressed -> {
        getChildren().remove(more);
        page(layout, until);
      });
      getChildren().add(more);
    }
  }

  private StackPane cell(Narrative.RowKind kind, Narrative.Cell cell) {
    StackPane pane = new StackPane(NarrativeView.of(kit, cell.content()));
    pane.getStyleClass()
        .addAll("cs-cell", kind == Narrative.RowKind.HEADING ? "cs-cell-heading" : "cs-cell-data");
    return pane;
  }

  private static Label flat(Narrative.Row row) {
    Label label =
        new Label(
            String.join(
                " | ",
                row.cells().stream()
                    .map(cell -> NarrativeText.of(cell.content()).strip())
                    .toList()));
    label.setWrapText(true);
    return label;
  }
}
