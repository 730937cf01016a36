package org.chartseal.views.timeline.model;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Made-up items of one lane. */
final class Items {

  static final long BEGIN = Instant.parse("1990-01-01T00:00:00Z").toEpochMilli();
  static final long LENGTH = 1_000_000_000_000L;

  private Items() {}

  /** Items in no order; some last, for anything from a minute to years, and some go on. */
  static List<TimelineItem> of(LaneKind lane, int count, long seed) {
    Random random = new Random(seed);
    List<TimelineItem> items = new ArrayList<>();
    for (int at = 0; at < count; at++) {
      long burst = random.nextInt(3) == 0 ? LENGTH / 3 : (long) (random.nextDouble() * LENGTH);
      Instant start = Instant.ofEpochMilli(BEGIN + burst + random.nextInt(5) * 60_000L);
      long length = (long) Math.exp(11 + random.nextDouble() * 14);
      Extent extent =
          switch (random.nextInt(8)) {
            case 0, 1, 2, 3 -> new Extent.Moment();
            case 4 -> new Extent.Ongoing();
            default -> new Extent.Until(start.plusMillis(length));
          };
      Grade grade = Grade.BY_CODE.get(random.nextInt(Grade.BY_CODE.size()));
      items.add(new TimelineItem("i" + at, lane, start, extent, "title " + at % 7, grade, null));
    }
    return items;
  }

  static LaneIndex lane(LaneKind lane, List<TimelineItem> items) {
    ItemTable table = ItemTable.empty().with(items);
    return TimelineIndex.of(table, TimelineQuery.ALL).lanes().get(lane);
  }
}
