package org.chartseal.views.timeline.model;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The columns of an {@link ItemTable}, which fills them before it shows them to anyone. */
final class Columns {

  /** What the results of one line share, as long as their reference range is the same. */
  record Series(String key, String name, String unit, double low, double high) {}

  final String[] ids;
  final String[] titles;
  final LaneKind[] lanes;
  final long[] starts;
  final long[] ends;
  final double[] values;
  final @Nullable Series[] series;

  /** One copy of what repeats a thousand times. */
  private final Map<Series, Series> seriesSeen;

  Columns(int size) {
    this(new Columns(), size);
  }

  private Columns() {
    ids = new String[0];
    titles = new String[0];
    lanes = new LaneKind[0];
    starts = new long[0];
    ends = new long[0];
    values = new double[0];
    series = new Series[0];
    seriesSeen = new HashMap<>();
  }

  private Columns(Columns from, int size) {
    ids = Arrays.copyOf(from.ids, size);
    titles = Arrays.copyOf(from.titles, size);
    lanes = Arrays.copyOf(from.lanes, size);
    starts = Arrays.copyOf(from.starts, size);
    ends = Arrays.copyOf(from.ends, size);
    values = Arrays.copyOf(from.values, size);
    series = Arrays.copyOf(from.series, size);
    seriesSeen = from.seriesSeen;
  }

  Columns grownTo(int size) {
    return new Columns(this, size);
  }

  void set(int row, TimelineItem item) {
    ids[row] = item.id();
    titles[row] = item.title();
    lanes[row] = item.lane();
    starts[row] = item.start().toEpochMilli();
    ends[row] = end(item, starts[row]);
    Measure measure = item.measure();
    values[row] = measure == null ? Double.NaN : measure.value();
    series[row] = measure == null ? null : shared(measure);
  }

  private static long end(TimelineItem item, long start) {
    return switch (item.extent()) {
      case Extent.Moment() -> start;
      case Extent.Until(var end) -> Math.max(start, end.toEpochMilli());
      case Extent.Ongoing() -> ItemTable.ONGOING;
    };
  }

  private Series shared(Measure measure) {
    Series found =
        new Series(measure.series(), measure.name(), measure.unit(), measure.low(), measure.high());
    Series known = seriesSeen.putIfAbsent(found, found);
    return known == null ? found : known;
  }
}
