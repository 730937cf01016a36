package org.chartseal.views.timeline;

import java.text.NumberFormat;
import org.chartseal.views.timeline.draw.DateLabels;
import org.chartseal.views.timeline.draw.Hit;
import org.chartseal.views.timeline.draw.TimelineText;
import org.chartseal.views.timeline.model.ItemTable;
import org.chartseal.views.timeline.model.Measure;

/** What is said of an item, in a tooltip and to a screen reader. */
final class ItemWords {

  private final TimelineText text;
  private final DateLabels dates;
  private final NumberFormat numbers;

  ItemWords(TimelineSettings settings) {
    text = settings.text();
    dates = new DateLabels(text.locale(), settings.zone());
    numbers = NumberFormat.getNumberInstance(text.locale());
  }

  /** Several lines, the title first. */
  String of(ItemTable table, Hit hit) {
    return switch (hit) {
      case Hit.Item(var lane, int row) -> String.join("\n", item(table, row));
      case Hit.Cluster cluster -> cluster(cluster);
    };
  }

  /** The same in one sentence. */
  String spoken(ItemTable table, int row) {
    return text.lane(table.lane(row)) + ", " + String.join(", ", item(table, row));
  }

  private String[] item(ItemTable table, int row) {
    String when = when(table, row);
    String grade = text.grade(table.grade(row));
    Measure measure = table.measure(row);
    return measure == null
        ? new String[] {table.title(row), when, grade}
        : new String[] {table.title(row), value(measure), when, grade};
  }

  private String value(Measure measure) {
    String value = (numbers.format(measure.value()) + " " + measure.unit()).strip();
    boolean low = !Double.isNaN(measure.low());
    boolean high = !Double.isNaN(measure.high());
    if (low && high) {
      return value
          + "  ("
          + numbers.format(measure.low())
          + " – "
          + numbers.format(measure.high())
          + ")";
    }
    if (low || high) {
      String limit =
          low ? "≥ " + numbers.format(measure.low()) : "≤ " + numbers.format(measure.high());
      return value + "  (" + limit + ")";
    }
    return value;
  }

  private String when(ItemTable table, int row) {
    long start = table.start(row);
    long end = table.end(row);
    if (end == start) {
      return dates.moment(start);
    }
    String until = end == ItemTable.ONGOING ? text.ongoing() : dates.moment(end);
    return dates.moment(start) + " – " + until;
  }

  private String cluster(Hit.Cluster cluster) {
    String head = text.lane(cluster.lane()) + ": " + text.entries(cluster.items());
    if (cluster.first() == cluster.last()) {
      return head + "\n" + dates.moment(cluster.first()) + "\n" + text.sameMoment();
    }
    return head + "\n" + dates.moment(cluster.first()) + " – " + dates.moment(cluster.last());
  }
}
