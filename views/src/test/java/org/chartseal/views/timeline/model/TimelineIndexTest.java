package org.chartseal.views.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class TimelineIndexTest {

  private static final Instant DAY = Instant.parse("2024-03-02T10:00:00Z");

  @Test
  void an_item_comes_back_as_it_was_given() {
    Measure measure = new Measure("4548-4", "HbA1c", 7.1, "%", Double.NaN, 6.5);
    TimelineItem item =
        new TimelineItem(
            "a", LaneKind.RESULTS, DAY, new Extent.Moment(), "HbA1c", Grade.UNKNOWN, measure);
    ItemTable table = ItemTable.empty().with(List.of(item));
    assertThat(table.item(table.row("a"))).isEqualTo(item);
    assertThat(table.row("b")).isNegative();
  }

  @Test
  void batches_in_any_order_give_the_same_index_as_one() {
    List<TimelineItem> items = Items.of(LaneKind.NOTES, 500, 7);
    List<TimelineItem> mixed = new ArrayList<>(items);
    Collections.shuffle(mixed, new Random(3));
    ItemTable table = ItemTable.empty();
    for (int from = 0; from < mixed.size(); from += 50) {
      table = table.with(mixed.subList(from, from + 50));
    }
    Strip one = Items.lane(LaneKind.NOTES, items).all();
    Strip many = TimelineIndex.of(table, TimelineQuery.ALL).lanes().get(LaneKind.NOTES).all();
    for (int at = 0; at < one.size(); at++) {
      assertThat(many.start(at)).isEqualTo(one.start(at));
    }
    assertThat(many.size()).isEqualTo(one.size());
  }

  @Test
  void a_later_item_of_the_same_id_replaces_the_earlier() {
    TimelineItem first = moment("a", "before");
    TimelineItem second = moment("a", "after");
    ItemTable before = ItemTable.empty().with(List.of(first));
    ItemTable after = before.with(List.of(second, moment("b", "other")));
    assertThat(after.size()).isEqualTo(2);
    assertThat(after.title(after.row("a"))).isEqualTo("after");
    assertThat(before.title(before.row("a"))).isEqualTo("before");
  }

  @Test
  void what_went_is_neither_found_nor_drawn_and_may_come_again() {
    ItemTable before =
        ItemTable.empty()
            .with(List.of(moment("a", "entry"), moment("a#0", "said"), moment("b", "other")));
    ItemTable after =
        before.without(id -> id.startsWith("a")).with(List.of(moment("a", "taken back")));
    assertThat(after.row("a#0")).isNegative();
    assertThat(after.title(after.row("a"))).isEqualTo("taken back");
    assertThat(shown(after)).isEqualTo(2);
    assertThat(shown(before)).isEqualTo(3);
    assertThat(shown(after.with(List.of(moment("a#0", "again"))))).isEqualTo(3);
  }

  @Test
  void a_verdict_that_comes_later_changes_no_earlier_table() {
    ItemTable before = ItemTable.empty().with(List.of(moment("a", "note")));
    ItemTable after = before.graded(Map.of("a", Grade.FAILED, "unheard of", Grade.PROVEN));
    assertThat(after.grade(0)).isEqualTo(Grade.FAILED);
    assertThat(before.grade(0)).isEqualTo(Grade.UNKNOWN);
  }

  @Test
  void a_filter_takes_away_and_a_search_only_points_out() {
    ItemTable table = ItemTable.empty().with(Items.of(LaneKind.NOTES, 70, 1));
    TimelineIndex filtered =
        TimelineIndex.of(table, new TimelineQuery(item -> item.title().equals("title 3"), null));
    TimelineIndex searched =
        TimelineIndex.of(table, new TimelineQuery(null, item -> item.title().equals("title 3")));
    assertThat(filtered.size()).isEqualTo(10);
    assertThat(filtered.searched()).isFalse();
    assertThat(searched.size()).isEqualTo(70);
    assertThat(searched.found(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY)).isEqualTo(10);
    Strip all = searched.lanes().get(LaneKind.NOTES).all();
    assertThat(all.matches(0, all.size())).isEqualTo(10);
  }

  @Property(tries = 100)
  void the_rows_of_a_lane_hold_every_item_once_and_their_bars_do_not_overlap(
      @ForAll @IntRange(min = 1, max = 600) int count, @ForAll long seed) {
    LaneIndex lane = Items.lane(LaneKind.CONDITIONS, Items.of(LaneKind.CONDITIONS, count, seed));
    int held = 0;
    for (Strip row : lane.rows()) {
      held += row.size();
      for (int at = 1; at < row.size(); at++) {
        if (row.length(at - 1) > 0 && row.length(at) > 0) {
          assertThat(row.end(at - 1)).isLessThanOrEqualTo(row.start(at));
        }
      }
    }
    assertThat(held).isEqualTo(count);
  }

  @Test
  void what_lasts_longest_has_a_row_of_its_own_before_trifles() {
    List<TimelineItem> items = Items.of(LaneKind.CONDITIONS, 2000, 11);
    TimelineItem life =
        new TimelineItem(
            "life",
            LaneKind.CONDITIONS,
            Instant.ofEpochMilli(Items.BEGIN - 1),
            new Extent.Ongoing(),
            "diabetes",
            Grade.PROVEN,
            null);
    items.add(life);
    LaneIndex lane = Items.lane(LaneKind.CONDITIONS, items);
    assertThat(lane.all().length(0)).isPositive();
  }

  @Test
  void series_are_lines_those_with_most_results_first_and_none_of_one_result() {
    List<TimelineItem> items = new ArrayList<>();
    for (int series = 1; series <= 12; series++) {
      for (int at = 0; at < series; at++) {
        Measure measure = new Measure("s" + series, "Test " + series, at, "u", 1, 2);
        items.add(
            new TimelineItem(
                series + "-" + at,
                LaneKind.RESULTS,
                DAY.plusSeconds(at * 1000L),
                new Extent.Moment(),
                "Test " + series,
                Grade.PROVEN,
                measure));
      }
    }
    LaneIndex lane = Items.lane(LaneKind.RESULTS, items);
    assertThat(lane.trends()).hasSize(8).first().extracting(Trend::size).isEqualTo(12);
    assertThat(lane.hiddenTrends()).isEqualTo(3);
    assertThat(lane.all().size()).isEqualTo(78);
  }

  private static int shown(ItemTable table) {
    return TimelineIndex.of(table, TimelineQuery.ALL).size();
  }

  private static TimelineItem moment(String id, String title) {
    return TimelineItem.moment(id, LaneKind.NOTES, DAY, title, Grade.UNKNOWN);
  }
}
