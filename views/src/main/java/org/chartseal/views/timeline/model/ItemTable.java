package org.chartseal.views.timeline.model;

import java.time.Instant;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Items in columns, immutable: each change gives a new table that shares what did not change.
 *
 * <p>Rows keep their number for ever, in the order in which the items came.
 */
public final class ItemTable {

  /** The end of what has none yet. */
  public static final long ONGOING = Long.MAX_VALUE;

  private final int size;
  private final Columns columns;
  private final byte[] grades;
  private final IdTable byId;

  /** Rows whose item is not there any more; never changed. */
  private final BitSet gone;

  private ItemTable(int size, Columns columns, byte[] grades, IdTable byId, BitSet gone) {
    this.size = size;
    this.columns = columns;
    this.grades = grades;
    this.byId = byId;
    this.gone = gone;
  }

  /** A table of nothing. */
  public static ItemTable empty() {
    return new ItemTable(
        0, new Columns(0), new byte[0], new IdTable(new String[0], 0), new BitSet());
  }

  /** With these items too; one whose id is known replaces the known one. */
  public ItemTable with(List<TimelineItem> items) {
    Map<String, TimelineItem> added = new LinkedHashMap<>();
    Map<Integer, TimelineItem> replaced = new HashMap<>();
    for (TimelineItem item : items) {
      int row = byId.row(item.id());
      if (row < 0) {
        added.put(item.id(), item);
      } else {
        replaced.put(row, item);
      }
    }
    int newSize = size + added.size();
    Columns next = columns.grownTo(newSize);
    byte[] nextGrades = Arrays.copyOf(grades, newSize);
    replaced.forEach((row, item) -> next.set(row, item));
    replaced.forEach((row, item) -> nextGrades[row] = item.grade().code());
    int row = size;
    for (TimelineItem item : added.values()) {
      next.set(row, item);
      nextGrades[row] = item.grade().code();
      row++;
    }
    IdTable ids = added.isEmpty() ? byId : new IdTable(next.ids, newSize);
    BitSet nextGone = (BitSet) gone.clone();
    replaced.keySet().forEach(nextGone::clear);
    return new ItemTable(newSize, next, nextGrades, ids, nextGone);
  }

  /** Without the items of these ids; an item that comes again is there again. */
  public ItemTable without(Predicate<String> ids) {
    BitSet next = (BitSet) gone.clone();
    for (int row = 0; row < size; row++) {
      if (ids.test(columns.ids[row])) {
        next.set(row);
      }
    }
    return new ItemTable(size, columns, grades, byId, next);
  }

  /** With other grades; ids that are not there are passed over. */
  public ItemTable graded(Map<String, Grade> verdicts) {
    byte[] next = grades.clone();
    verdicts.forEach((id, grade) -> {
      int row = byId.row(id);
      if (row >= 0) {
        next[row] = grade.code();
      }
    });
    return new ItemTable(size, columns, next, byId, gone);
  }

  /** How many rows there are, those of items that went included. */
  public int size() {
    return size;
  }

  /** The row of an id, or -1. */
  public int row(String id) {
    int row = byId.row(id);
    return row >= 0 && holds(row) ? row : -1;
  }

  /** Whether the item of a row is still there. */
  boolean holds(int row) {
    return !gone.get(row);
  }

  /** The id of a row. */
  public String id(int row) {
    return columns.ids[row];
  }

  /** The title of a row. */
  public String title(int row) {
    return columns.titles[row];
  }

  /** The lane of a row. */
  public LaneKind lane(int row) {
    return columns.lanes[row];
  }

  /** When it began, in milliseconds since 1970. */
  public long start(int row) {
    return columns.starts[row];
  }

  /** When it ended: its start if it is a moment, {@link #ONGOING} if it goes on. */
  public long end(int row) {
    return columns.ends[row];
  }

  /** How far it can be relied on. */
  public Grade grade(int row) {
    return Grade.BY_CODE.get(grades[row]);
  }

  /** The number in it, if it is a result. */
  public @Nullable Measure measure(int row) {
    Columns.Series series = columns.series[row];
    if (series == null) {
      return null;
    }
    return new Measure(
        series.key(),
        series.name(),
        columns.values[row],
        series.unit(),
        series.low(),
        series.high());
  }

  /** The whole item again. */
  public TimelineItem item(int row) {
    long start = start(row);
    long end = end(row);
    Extent extent =
        end == ONGOING
            ? new Extent.Ongoing()
            : end == start ? new Extent.Moment() : new Extent.Until(Instant.ofEpochMilli(end));
    return new TimelineItem(
        id(row),
        lane(row),
        Instant.ofEpochMilli(start),
        extent,
        title(row),
        grade(row),
        measure(row));
  }

  double value(int row) {
    return columns.values[row];
  }

  @Nullable String seriesKey(int row) {
    Columns.Series series = columns.series[row];
    return series == null ? null : series.key();
  }

  long[] starts() {
    return columns.starts;
  }
}
