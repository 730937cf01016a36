package org.chartseal.views.billing;

import java.util.List;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.chartseal.views.kit.Kit;
import org.chartseal.views.kit.text.Texts;

/** The lines that will be billed. */
final class BillTable extends TableView<BillDesk.Line> {

  private static final double ROW = 32;
  private static final double HEADER = 42;
  private static final int MOST_ROWS = 6;

  private final Texts texts;

  BillTable(Kit kit, List<BillDesk.Line> lines) {
    this.texts = kit.texts(BillTable.class);
    setId("bill-lines");
    setFixedCellSize(ROW);
    setColumnResizePolicy(CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
    setAccessibleText(texts.get("lines"));
    getItems().setAll(lines);
    double height = HEADER + ROW * Math.clamp(lines.size(), 1, MOST_ROWS);
    setMinHeight(height);
    setPrefHeight(height);
    getColumns().add(column("column.code", line -> line.code().code(), 110));
    getColumns().add(column("column.service", BillDesk.Line::display, 290));
    getColumns().add(column("column.day", line -> kit.formats().day(line.day()), 120));
    TableColumn<BillDesk.Line, String> price =
        column("column.price", line -> kit.formats().money(line.price()), 110);
    price.getStyleClass().addAll("cs-amount", "cs-column-end");
    getColumns().add(price);
  }

  private TableColumn<BillDesk.Line, String> column(
      String key, Function<BillDesk.Line, String> value, double width) {
    TableColumn<BillDesk.Line, String> column = new TableColumn<>(texts.get(key));
    column.setCellValueFactory(row -> new ReadOnlyStringWrapper(value.apply(row.getValue())));
    column.setPrefWidth(width);
    column.setSortable(false);
    column.setReorderable(false);
    return column;
  }
}
