package org.chartseal.views.timeline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Gives what lasts a track of its own, so that bars of a track do not overlap. What lasts longest
 * comes first, so that nothing that goes on for years is left without a track by trifles; what
 * comes again under the same title comes into the same track if that is free.
 */
final class TrackLayout {

  /** No track: it did not last, or all tracks were taken. */
  static final byte NONE = -1;

  private final ItemTable table;
  private final int most;
  private final List<TreeMap<Long, Long>> taken = new ArrayList<>();
  private final Map<String, Integer> last = new HashMap<>();

  TrackLayout(ItemTable table, int most) {
    this.table = table;
    this.most = most;
  }

  /** The track of each of the rows. */
  byte[] assign(int[] rows) {
    byte[] tracks = new byte[rows.length];
    Arrays.fill(tracks, NONE);
    for (int position : longestFirst(rows)) {
      int row = rows[position];
      if (table.end(row) > table.start(row)) {
        tracks[position] = (byte) track(row);
      }
    }
    return tracks;
  }

  private int[] longestFirst(int[] rows) {
    long[] shortness = new long[rows.length];
    int[] order = new int[rows.length];
    for (int position = 0; position < rows.length; position++) {
      shortness[position] = table.start(rows[position]) - table.end(rows[position]);
      order[position] = position;
    }
    new RowSort(shortness).sort(order);
    return order;
  }

  private int track(int row) {
    int same = last.getOrDefault(table.title(row), (int) NONE);
    int track = same >= 0 && isFree(same, row) ? same : firstFree(row);
    if (track >= 0) {
      taken.get(track).put(table.start(row), table.end(row));
      last.put(table.title(row), track);
    }
    return track;
  }

  private int firstFree(int row) {
    for (int track = 0; track < taken.size(); track++) {
      if (isFree(track, row)) {
        return track;
      }
    }
    if (taken.size() < most) {
      taken.add(new TreeMap<>());
      return taken.size() - 1;
    }
    return NONE;
  }

  private boolean isFree(int track, int row) {
    Map.Entry<Long, Long> before = taken.get(track).lowerEntry(table.end(row));
    return before == null || before.getValue() <= table.start(row);
  }
}
