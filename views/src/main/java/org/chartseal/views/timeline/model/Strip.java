package org.chartseal.views.timeline.model;

import java.util.Arrays;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Items that are drawn in one row, in the order of their start. */
public final class Strip {

  private static final int[] NONE = {};

  private final int[] rows;
  private final Sorted starts;
  private final @Nullable Bars bars;

  /** By grade; empty where no item has it. */
  private final int[][] gradesBefore;

  private final int @Nullable [] matchesBefore;

  /**
   * @param rows in the order of their start
   * @param barred whether the item at a position may be drawn as a bar
   * @param matching the rows that a search found, if there is one
   */
  Strip(ItemTable table, int[] rows, IntPredicate barred, @Nullable IntPredicate matching) {
    this.rows = rows;
    this.starts = new Sorted(rows, table.starts());
    this.bars = Bars.of(table, rows, barred);
    this.gradesBefore = new int[Grade.BY_CODE.size()][];
    for (Grade grade : Grade.BY_CODE) {
      IntPredicate graded = row -> table.grade(row) == grade;
      boolean mixed = Arrays.stream(rows).anyMatch(graded);
      gradesBefore[grade.code()] = mixed ? before(graded) : NONE;
    }
    this.matchesBefore = matching == null ? null : before(matching);
  }

  private int[] before(IntPredicate matching) {
    int[] before = new int[rows.length + 1];
    for (int at = 0; at < rows.length; at++) {
      before[at + 1] = before[at] + (matching.test(rows[at]) ? 1 : 0);
    }
    return before;
  }

  /** How many items there are. */
  public int size() {
    return rows.length;
  }

  /** The table's row at a position. */
  public int row(int position) {
    return rows[position];
  }

  /** When the item at a position begins. */
  public long start(int position) {
    return starts.at(position);
  }

  /** The first position that does not begin before a time. */
  public int from(double millis) {
    return starts.from(millis);
  }

  /** The position of a row that has this start, or -1. */
  public int position(int row, long start) {
    for (int at = starts.from((double) start); at < rows.length && starts.at(at) == start; at++) {
      if (rows[at] == row) {
        return at;
      }
    }
    return -1;
  }

  /** How long the bar at a position is, in milliseconds; 0 if it is never a bar. */
  public double length(int position) {
    return bars == null ? 0 : bars.lengths().at(position);
  }

  /** When the bar at a position ends; {@link ItemTable#ONGOING} if it has not ended. */
  public double end(int position) {
    return bars == null ? start(position) : bars.ends().at(position);
  }

  /** The first position in [from, to) with a bar of at least this length, or -1. */
  int nextBar(int from, int to, double length) {
    return bars == null ? -1 : bars.lengths().next(from, to, length);
  }

  /** The first position in [from, to) with a bar that reaches to this time or beyond, or -1. */
  int nextReaching(int from, int to, double millis) {
    return bars == null ? -1 : bars.ends().next(from, to, millis);
  }

  /** How many in [from, to) have a grade. */
  int graded(Grade grade, int from, int to) {
    int[] before = gradesBefore[grade.code()];
    return before.length == 0 ? 0 : before[to] - before[from];
  }

  /** How many in [from, to) a search found; all of them if there is none. */
  public int matches(int from, int to) {
    return matchesBefore == null ? to - from : matchesBefore[to] - matchesBefore[from];
  }

  /**
   * What lasts, by position. Most strips hold moments alone and have none.
   *
   * @param lengths in milliseconds; 0 of what is never a bar
   * @param ends the start of what is never a bar
   */
  private record Bars(MaxTree lengths, MaxTree ends) {

    static @Nullable Bars of(ItemTable table, int[] rows, IntPredicate barred) {
      double[] lengths = new double[rows.length];
      double[] ends = new double[rows.length];
      boolean any = false;
      for (int at = 0; at < rows.length; at++) {
        long start = table.start(rows[at]);
        double end = barred.test(at) ? table.end(rows[at]) : start;
        lengths[at] = end - start;
        ends[at] = end;
        any |= end > start;
      }
      return any ? new Bars(new MaxTree(lengths), new MaxTree(ends)) : null;
    }
  }
}
