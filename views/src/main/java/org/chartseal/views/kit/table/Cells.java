package org.chartseal.views.kit.table;

import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.util.Callback;

/**
 * Has the cells of a table or a list made anew, those out of sight too. The toolkit's own refresh
 * leaves the ones that it keeps for later as they were: they come back in the language of before.
 */
public final class Cells {

  private Cells() {}

  /** Makes the rows of a table anew; what is selected and looked at stays. */
  public static <R> void renew(TableView<R> table) {
    Callback<TableView<R>, TableRow<R>> rows = table.getRowFactory();
    table.setRowFactory(null);
    table.setRowFactory(rows == null ? any -> new TableRow<>() : rows);
  }

  /** Makes the cells of a list anew; what is selected and looked at stays. */
  public static <R> void renew(ListView<R> list) {
    Callback<ListView<R>, ListCell<R>> cells = list.getCellFactory();
    list.setCellFactory(null);
    list.setCellFactory(cells);
  }
}
