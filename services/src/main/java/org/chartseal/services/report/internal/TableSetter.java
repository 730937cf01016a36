package org.chartseal.services.report.internal;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.report.ReportBlock.Cell;
import org.chartseal.services.report.ReportBlock.Row;
import org.chartseal.services.report.ReportBlock.Table;
import org.chartseal.services.report.ReportBlock.Tone;

/** Sets the rows of one table. A row that is taller than a sheet goes on on the next. */
final class TableSetter {

  private static final float SIZE = 9;
  private static final float LINE = 12.5f;
  private static final float PAD = 4;
  private static final float GUTTER = 6;

  private final Sheets sheets;
  private final Table table;
  private final float unit;

  TableSetter(Sheets sheets, Table table) {
    this.sheets = sheets;
    this.table = table;
    this.unit = sheets.width() / table.widths().stream().mapToInt(Integer::intValue).sum();
  }

  /** One line of a cell. */
  private record Line(String text, Tone tone, float size) {}

  /** The lines of a cell, and where it stands. */
  private record Placed(float x, List<Line> lines) {}

  /** The titles; a row must have room under them. */
  void begin() throws IOException {
    if (!table.head().isEmpty()) {
      sheets.need(headHeight() + 2 * PAD + 2 * LINE);
      head();
    }
  }

  void row(Row row) throws IOException {
    List<Placed> cells = place(row);
    int lines = cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
    float height = lines * LINE + 2 * PAD;
    if (sheets.room() < height && height <= sheets.whole() - headHeight()) {
      turn();
    }
    int from = 0;
    while (from < lines) {
      int fit = (int) Math.floor((sheets.room() - 2 * PAD) / LINE);
      if (fit < 1) {
        turn();
        continue;
      }
      int until = Math.min(lines, from + fit);
      set(cells, from, until);
      from = until;
    }
    sheets.rule(sheets.y());
  }

  private void set(List<Placed> cells, int from, int until) throws IOException {
    sheets.advance(PAD);
    for (int line = from; line < until; line++) {
      for (Placed cell : cells) {
        if (line < cell.lines().size()) {
          Line set = cell.lines().get(line);
          sheets.text(
              sheets.face(Ink.isBold(set.tone())),
              set.size(),
              Ink.of(set.tone()),
              cell.x(),
              set.text());
        }
      }
      sheets.advance(LINE);
    }
    sheets.advance(PAD);
  }

  private void turn() throws IOException {
    sheets.next();
    if (!table.head().isEmpty()) {
      head();
    }
  }

  private void head() throws IOException {
    List<Placed> cells = place(headRow());
    sheets.fill(Ink.SHADE, sheets.left(), sheets.width(), headHeight());
    set(cells, 0, headLines(cells));
    sheets.rule(sheets.y());
  }

  private float headHeight() {
    return table.head().isEmpty() ? 0 : headLines(place(headRow())) * LINE + 2 * PAD;
  }

  private static int headLines(List<Placed> cells) {
    return cells.stream().mapToInt(cell -> cell.lines().size()).max().orElse(0);
  }

  private Row headRow() {
    return new Row(table.head().stream().map(title -> Cell.of(title, Tone.STRONG)).toList());
  }

  private List<Placed> place(Row row) {
    List<Placed> placed = new ArrayList<>();
    int column = 0;
    for (Cell cell : row.cells()) {
      int end = Math.min(table.widths().size(), column + cell.columns());
      float x = sheets.left() + offset(column) + GUTTER;
      float wide = Math.max(SIZE, offset(end) - offset(column) - 2 * GUTTER);
      placed.add(new Placed(x, lines(cell, wide)));
      column = end;
    }
    return placed;
  }

  private List<Line> lines(Cell cell, float wide) {
    List<Line> lines = new ArrayList<>();
    Face face = sheets.face(Ink.isBold(cell.tone()));
    if (!cell.text().isEmpty()) {
      Lines.of(face, SIZE, wide, cell.text())
          .forEach(line -> lines.add(new Line(line, cell.tone(), SIZE)));
    }
    if (!cell.note().isEmpty()) {
      Lines.of(sheets.face(false), Sheets.SMALL, wide, cell.note())
          .forEach(line -> lines.add(new Line(line, Tone.QUIET, Sheets.SMALL)));
    }
    return lines;
  }

  private float offset(int column) {
    return table.widths().stream().limit(column).mapToInt(Integer::intValue).sum() * unit;
  }
}
