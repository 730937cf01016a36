package org.chartseal.services.clinical.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartseal.services.clinical.Narrative.Cell;
import org.chartseal.services.clinical.Narrative.Row;
import org.chartseal.services.clinical.Narrative.RowKind;
import org.chartseal.services.clinical.Narrative.Table;
import org.chartseal.services.clinical.internal.XmlElement.Child;
import org.chartseal.services.clinical.internal.XmlElement.Node;

/** A table of a narrative. */
final class NarrativeTable {

  private static final int MAX_COLUMNS = 100;
  private static final int MAX_ROWS = 1_000;

  private final XmlElement table;
  private final List<Row> rows = new ArrayList<>();

  NarrativeTable(XmlElement table) {
    this.table = table;
  }

  Table build() {
    rows(table, RowKind.DATA);
    return new Table(table.first("caption").map(XmlElement::text).orElse(""), rows);
  }

  private void rows(XmlElement container, RowKind kind) {
    for (Node node : container.content()) {
      if (node instanceof Child child) {
        XmlElement element = child.element();
        switch (element.name().toLowerCase(Locale.ROOT)) {
          case "thead" -> rows(element, RowKind.HEADING);
          case "tbody", "tfoot" -> rows(element, RowKind.DATA);
          case "tr" -> rows.add(new Row(kind, cells(element)));
          default -> {
            // The caption is read elsewhere; columns are the screen's own.
          }
        }
      }
    }
  }

  private static List<Cell> cells(XmlElement row) {
    List<Cell> cells = new ArrayList<>();
    for (Node node : row.content()) {
      if (node instanceof Child child) {
        XmlElement cell = child.element();
        cells.add(
            new Cell(
                span(cell.attribute("colspan"), MAX_COLUMNS),
                span(cell.attribute("rowspan"), MAX_ROWS),
                new NarrativeBuilder().build(cell)));
      }
    }
    return cells;
  }

  private static int span(String written, int most) {
    return written.matches("\\d{1,5}") ? Math.clamp(Integer.parseInt(written), 1, most) : 1;
  }
}
