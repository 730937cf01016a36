package org.chartseal.views.kit.table;

import javafx.geometry.Pos;
import javafx.scene.control.OverrunStyle;
import javafx.scene.control.TableCell;
import javafx.scene.control.Tooltip;
import org.kordamp.ikonli.javafx.FontIcon;

/** A cell with a text and perhaps an icon; the nodes are the cell's own. */
final class LookCell<R> extends TableCell<R, R> {

  private final Column<R> column;
  private final FontIcon icon = new FontIcon();
  private String style = "";

  LookCell(Column<R> column) {
    this.column = column;
    getStyleClass().add("cs-cell");
    setAlignment(column.align() == Column.Align.END ? Pos.CENTER_RIGHT : Pos.CENTER_LEFT);
    if (column.cut() == Column.Cut.MIDDLE) {
      setTextOverrun(OverrunStyle.CENTER_ELLIPSIS);
    }
  }

  @Override
  protected void updateItem(R row, boolean empty) {
    super.updateItem(row, empty);
    if (empty || row == null) {
      dress("");
      setText(null);
      setGraphic(null);
      setTooltip(null);
      return;
    }
    Look look = column.look().apply(row);
    setText(look.text());
    if (column.cut() == Column.Cut.MIDDLE) {
      setTooltip(look.text().isEmpty() ? null : new Tooltip(look.text()));
    }
    dress(look.style());
    look.icon().ifPresent(icon::setIconCode);
    setGraphic(look.icon().isPresent() ? icon : null);
  }

  private void dress(String next) {
    if (!style.equals(next)) {
      getStyleClass().remove(style);
      icon.getStyleClass().remove(style);
      if (!next.isEmpty()) {
        getStyleClass().add(next);
        icon.getStyleClass().add(next);
      }
      style = next;
    }
  }
}
