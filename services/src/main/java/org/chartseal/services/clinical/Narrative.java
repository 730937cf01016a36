package org.chartseal.services.clinical;

import java.util.List;
import java.util.Set;

/** A piece of a section's text. Links and pictures are their text; nothing in it can act. */
public sealed interface Narrative {

  /** Running text. */
  record Paragraph(List<Run> runs) implements Narrative {
    public Paragraph {
      runs = List.copyOf(runs);
    }
  }

  /** A list. */
  record Items(Numbering numbering, List<List<Narrative>> items) implements Narrative {
    public Items {
      items = items.stream().map(List::copyOf).toList();
    }
  }

  /** A table. */
  record Table(String caption, List<Row> rows) implements Narrative {
    public Table {
      rows = List.copyOf(rows);
    }
  }

  /** How the items of a list begin. */
  enum Numbering {
    BULLETS,
    NUMBERS
  }

  /** How a run of text is set. */
  enum Style {
    BOLD,
    ITALIC,
    UNDERLINE,
    STRIKE,
    SUBSCRIPT,
    SUPERSCRIPT
  }

  /** What a row of a table is. */
  enum RowKind {
    HEADING,
    DATA
  }

  /** Text of one style; a line break is {@code \n}. */
  record Run(String text, Set<Style> styles) {
    public Run {
      styles = Set.copyOf(styles);
    }
  }

  /** A row of a table. */
  record Row(RowKind kind, List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a table.
   *
   * @param columns how many columns it covers, from 1 to 100
   * @param rows how many rows it covers, from 1 to 1,000
   */
  record Cell(int columns, int rows, List<Narrative> content) {
    public Cell {
      content = List.copyOf(content);
    }
  }
}
