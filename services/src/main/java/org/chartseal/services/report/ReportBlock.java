package org.chartseal.services.report;

import java.util.List;

/** A piece of a report. */
public sealed interface ReportBlock {

  /** How words are set: never by colour alone, since a word always says it too. */
  enum Tone {
    PLAIN,
    STRONG,
    QUIET,
    GOOD,
    CAUTION,
    BAD
  }

  /** What a part is called. */
  record Heading(String text, Level level) implements ReportBlock {
    /** How deep the part lies. */
    public enum Level {
      PART,
      SECTION
    }
  }

  /** Running text; a line break is {@code \n}. */
  record Paragraph(String text, Tone tone) implements ReportBlock {}

  /** Something that must not be overlooked, in a box. */
  record Notice(String text, Tone tone) implements ReportBlock {}

  /** Things that are said by name, one under the other. */
  record Facts(List<Fact> facts) implements ReportBlock {
    public Facts {
      facts = List.copyOf(facts);
    }
  }

  /** One thing that is said by name. */
  record Fact(String name, String value, Tone tone) {
    /** Without emphasis. */
    public static Fact of(String name, String value) {
      return new Fact(name, value, Tone.PLAIN);
    }
  }

  /**
   * A table, whose head is set again on every page.
   *
   * @param widths of its columns, in relation to one another
   * @param head one title for each column; empty for a table without
   * @param rows asked for once, from the first to the last, as they are set
   */
  record Table(List<Integer> widths, List<String> head, Iterable<Row> rows) implements ReportBlock {
    public Table {
      widths = List.copyOf(widths);
      head = List.copyOf(head);
    }
  }

  /** A row of a table. */
  record Row(List<Cell> cells) {
    public Row {
      cells = List.copyOf(cells);
    }
  }

  /**
   * A cell of a table.
   *
   * @param columns how many it covers, at least 1
   * @param note smaller, under the text; may be empty
   */
  record Cell(int columns, String text, Tone tone, String note) {
    /** A cell of one column without emphasis. */
    public static Cell of(String text) {
      return new Cell(1, text, Tone.PLAIN, "");
    }

    /** A cell of one column. */
    public static Cell of(String text, Tone tone) {
      return new Cell(1, text, tone, "");
    }
  }
}
