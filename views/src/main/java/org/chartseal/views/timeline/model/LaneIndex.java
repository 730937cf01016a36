package org.chartseal.views.timeline.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/**
 * What is drawn in one lane.
 *
 * @param all every item of the lane
 * @param rows the rows of the open lane, which hold every item once
 * @param trends the lines below these rows, each a part of the items once more
 * @param hiddenTrends how many series have no line of their own
 */
public record LaneIndex(
    LaneKind kind, Strip all, List<Strip> rows, List<Trend> trends, int hiddenTrends) {

  private static final int TRACKS = 8;
  private static final int BARS_IN_A_ROW = 2;
  private static final int TRENDS = 8;

  static LaneIndex of(LaneKind kind, ItemTable table, int[] rows, @Nullable IntPredicate matching) {
    int most = kind.form() == LaneKind.Form.SPANS ? TRACKS : BARS_IN_A_ROW;
    byte[] tracks = new TrackLayout(table, most).assign(rows);
    Strip all = new Strip(table, rows, at -> tracks[at] != TrackLayout.NONE, matching);
    return switch (kind.form()) {
      case MARKS -> new LaneIndex(kind, all, List.of(all), List.of(), 0);
      case SPANS -> new LaneIndex(kind, all, rows(table, rows, tracks, matching), List.of(), 0);
      case TRENDS -> {
        List<Trend> trends = trends(table, rows);
        int shown = Math.min(TRENDS, trends.size());
        yield new LaneIndex(
            kind, all, List.of(all), trends.subList(0, shown), trends.size() - shown);
      }
    };
  }

  private static List<Strip> rows(
      ItemTable table, int[] rows, byte[] tracks, @Nullable IntPredicate matching) {
    List<Strip> strips = new ArrayList<>();
    for (int track = 0; track < TRACKS; track++) {
      int[] own = ofTrack(rows, tracks, track);
      if (own.length > 0) {
        strips.add(new Strip(table, own, at -> true, matching));
      }
    }
    int[] rest = ofTrack(rows, tracks, TrackLayout.NONE);
    if (rest.length > 0) {
      strips.add(new Strip(table, rest, at -> false, matching));
    }
    return List.copyOf(strips);
  }

  private static int[] ofTrack(int[] rows, byte[] tracks, int track) {
    int[] own = new int[rows.length];
    int count = 0;
    for (int at = 0; at < rows.length; at++) {
      if (tracks[at] == track) {
        own[count++] = rows[at];
      }
    }
    return Arrays.copyOf(own, count);
  }

  /** Lines need two points; those with most results come first. */
  private static List<Trend> trends(ItemTable table, int[] rows) {
    Map<String, List<Integer>> bySeries = new LinkedHashMap<>();
    for (int row : rows) {
      String key = table.seriesKey(row);
      if (key != null && !Double.isNaN(table.value(row))) {
        bySeries.computeIfAbsent(key, any -> new ArrayList<>()).add(row);
      }
    }
    return bySeries.values().stream()
        .filter(series -> series.size() > 1)
        .map(series -> new Trend(table, series.stream().mapToInt(Integer::intValue).toArray()))
        .sorted(Comparator.comparingInt(Trend::size).reversed().thenComparing(Trend::name))
        .toList();
  }
}
