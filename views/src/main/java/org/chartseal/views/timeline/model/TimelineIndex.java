package org.chartseal.views.timeline.model;

import java.util.Arrays;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** All that a frame asks, built once for a table and a query; it never changes. */
public final class TimelineIndex {

  private final ItemTable table;
  private final Map<LaneKind, LaneIndex> lanes = new EnumMap<>(LaneKind.class);
  private final Sorted starts;
  private final @Nullable Sorted found;
  private final long last;

  private TimelineIndex(ItemTable table, int[] rows, @Nullable BitSet matching) {
    this.table = table;
    this.starts = new Sorted(rows, table.starts());
    IntPredicate matches = matching == null ? null : matching::get;
    this.found =
        matches == null
            ? null
            : new Sorted(Arrays.stream(rows).filter(matches).toArray(), table.starts());
    long end = Long.MIN_VALUE;
    for (int row : rows) {
      end = Math.max(end, table.end(row) == ItemTable.ONGOING ? table.start(row) : table.end(row));
    }
    this.last = end;
    for (LaneKind kind : LaneKind.values()) {
      int[] own = Arrays.stream(rows).filter(row -> table.lane(row) == kind).toArray();
      if (own.length > 0) {
        lanes.put(kind, LaneIndex.of(kind, table, own, matches));
      }
    }
  }

  /** Takes time: not to be called on JavaFX's thread. */
  public static TimelineIndex of(ItemTable table, TimelineQuery query) {
    int[] rows = new int[table.size()];
    int count = 0;
    for (int row = 0; row < table.size(); row++) {
      if (table.holds(row) && (query.shown() == null || query.shown().test(table.item(row)))) {
        rows[count++] = row;
      }
    }
    rows = Arrays.copyOf(rows, count);
    new RowSort(table.starts()).sort(rows);
    return new TimelineIndex(table, rows, matching(table, rows, query.found()));
  }

  private static @Nullable BitSet matching(
      ItemTable table, int[] rows, @Nullable Predicate<TimelineItem> found) {
    if (found == null) {
      return null;
    }
    BitSet matching = new BitSet(table.size());
    for (int row : rows) {
      matching.set(row, found.test(table.item(row)));
    }
    return matching;
  }

  /** An index of nothing. */
  public static TimelineIndex empty() {
    return of(ItemTable.empty(), TimelineQuery.ALL);
  }

  /** The items themselves. */
  public ItemTable table() {
    return table;
  }

  /** The lanes that hold something, from top to bottom. */
  public Map<LaneKind, LaneIndex> lanes() {
    return lanes;
  }

  /** How many items are shown. */
  public int size() {
    return starts.size();
  }

  /** The earliest start; there is none in an empty index. */
  public long first() {
    return starts.at(0);
  }

  /** The latest end, or start of what goes on; there is none in an empty index. */
  public long last() {
    return last;
  }

  /** How many items begin in [from, to). */
  public int count(double from, double to) {
    return starts.from(to) - starts.from(from);
  }

  /** How many of the items that begin in [from, to) a search found; 0 without a search. */
  public int found(double from, double to) {
    return found == null ? 0 : found.from(to) - found.from(from);
  }

  /** Whether there is a search, so that what it did not find steps back. */
  public boolean searched() {
    return found != null;
  }
}
