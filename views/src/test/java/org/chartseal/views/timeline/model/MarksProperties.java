package org.chartseal.views.timeline.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;

class MarksProperties {

  private static final double WIDTH = 1000;
  private static final double ROOM = 28;
  private static final double LEAST = 12;

  private record View(double from, double perPixel) {

    static View of(double place, double closeness) {
      double perPixel = Items.LENGTH * 1.2 / WIDTH * Math.pow(1e-6, closeness);
      return new View(Items.BEGIN - Items.LENGTH * 0.1 + place * Items.LENGTH, perPixel);
    }

    Marks marks(Strip strip) {
      Marks marks = new Marks();
      marks.collect(strip, from, from + WIDTH * perPixel, LEAST * perPixel, ROOM * perPixel);
      return marks;
    }
  }

  @Property(tries = 400)
  void there_are_never_more_marks_than_fit_beside_one_another(
      @ForAll @IntRange(max = 3000) int count,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness) {
    Strip strip = strip(count, seed);
    View view = View.of(place, closeness);
    Marks marks = view.marks(strip);
    assertThat(marks.size()).isLessThanOrEqualTo((int) (WIDTH / ROOM) + 4);
    for (int mark = 1; mark < marks.size(); mark++) {
      double apart = (marks.centre(mark) - marks.centre(mark - 1)) / view.perPixel();
      assertThat(apart).isGreaterThanOrEqualTo(ROOM - 0.01);
    }
  }

  @Property(tries = 400)
  void every_item_in_sight_is_a_bar_or_counted_in_one_mark(
      @ForAll @IntRange(max = 3000) int count,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness) {
    Strip strip = strip(count, seed);
    View view = View.of(place, closeness);
    Marks marks = view.marks(strip);
    Set<Integer> bars = new HashSet<>();
    for (int bar = 0; bar < marks.bars(); bar++) {
      assertThat(bars.add(marks.bar(bar))).as("each bar once").isTrue();
    }
    int[] times = new int[strip.size()];
    for (int mark = 0; mark < marks.size(); mark++) {
      int counted = 0;
      for (int at = marks.from(mark); at < marks.to(mark); at++) {
        if (!bars.contains(at)) {
          times[at]++;
          counted++;
        }
      }
      assertThat(marks.items(mark)).isEqualTo(counted);
      assertThat(marks.row(mark) == Marks.CLUSTER).isEqualTo(counted > 1);
    }
    for (int at = 0; at < strip.size(); at++) {
      double x = (strip.start(at) - view.from()) / view.perPixel();
      if (x >= 0 && x < WIDTH) {
        assertThat(times[at] + (bars.contains(at) ? 1 : 0)).isEqualTo(1);
      }
    }
  }

  @Property(tries = 200)
  void what_is_long_enough_is_a_bar_wherever_it_began(
      @ForAll @IntRange(max = 800) int count,
      @ForAll long seed,
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness) {
    Strip strip = strip(count, seed);
    View view = View.of(place, closeness);
    Marks marks = view.marks(strip);
    for (int at = 0; at < strip.size(); at++) {
      boolean inSight =
          strip.end(at) >= view.from() && strip.start(at) < view.from() + WIDTH * view.perPixel();
      boolean isLong = strip.length(at) >= LEAST * view.perPixel();
      if (inSight) {
        assertThat(marks.barred(at)).isEqualTo(isLong);
      }
    }
  }

  @Property(tries = 100)
  void the_worst_grade_of_a_mark_is_that_of_its_items(
      @ForAll @IntRange(min = 1, max = 400) int count, @ForAll long seed) {
    var items = Items.of(LaneKind.ENCOUNTERS, count, seed);
    ItemTable table = ItemTable.empty().with(items);
    Strip strip = TimelineIndex.of(table, TimelineQuery.ALL).lanes().get(LaneKind.ENCOUNTERS).all();
    Marks marks = View.of(0, 0).marks(strip);
    for (int mark = 0; mark < marks.size(); mark++) {
      Grade worst = Grade.PROVEN;
      for (int at = marks.from(mark); at < marks.to(mark); at++) {
        Grade grade = table.grade(strip.row(at));
        if (!marks.barred(at) && grade.compareTo(worst) > 0) {
          worst = grade;
        }
      }
      assertThat(marks.worst(mark)).isEqualTo(worst);
    }
  }

  private static Strip strip(int count, long seed) {
    LaneIndex lane =
        Items.lane(LaneKind.ENCOUNTERS, Items.of(LaneKind.ENCOUNTERS, Math.max(1, count), seed));
    return lane.all();
  }
}
