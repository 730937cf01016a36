package org.chartseal.views.timeline.scale;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import org.junit.jupiter.api.Test;

class TicksProperties {

  private static final ZoneId SEOUL = ZoneId.of("Asia/Seoul");
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
  private static final TimeRange LIFE =
      new TimeRange(
          Instant.parse("1931-05-14T00:00:00Z").toEpochMilli(),
          Instant.parse("2026-11-27T00:00:00Z").toEpochMilli());
  private static final double WIDTH = 1000;
  private static final double ROOM = 56;

  private static TimeScale some(double place, double closeness) {
    double length = LIFE.length() * Math.pow(TimeScale.SHORTEST / LIFE.length(), closeness);
    double from = LIFE.from() + place * (LIFE.length() - length);
    return TimeScale.whole(LIFE, WIDTH).see(new TimeRange(from, from + length));
  }

  @Property
  void ticks_go_on_from_before_the_view_to_its_end_and_leave_room_for_labels(
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness,
      @ForAll boolean summerTime) {
    TimeScale scale = some(place, closeness);
    Ticks ticks = Ticks.of(scale, summerTime ? BERLIN : SEOUL, ROOM);
    List<ZonedDateTime> times = ticks.times();
    assertThat(Ticks.millis(times.getFirst())).isLessThanOrEqualTo(scale.seen().from());
    assertThat(Ticks.millis(times.getLast())).isGreaterThanOrEqualTo(scale.seen().to());
    for (int at = 1; at < times.size(); at++) {
      double apart =
          (Ticks.millis(times.get(at)) - Ticks.millis(times.get(at - 1))) / scale.millisPerPixel();
      assertThat(apart).isGreaterThanOrEqualTo(ROOM * 0.5);
    }
  }

  @Property
  void the_line_above_begins_whole_units(
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness) {
    TimeScale scale = some(place, closeness);
    Ticks ticks = Ticks.of(scale, SEOUL, ROOM);
    for (ZonedDateTime tick : ticks.above(scale, SEOUL).times()) {
      switch (ticks.step().unit()) {
        case TIME -> assertThat(tick.toLocalTime().toSecondOfDay()).isZero();
        case DAY -> assertThat(tick.getDayOfMonth()).isEqualTo(1);
        case MONTH, YEAR -> assertThat(tick.getDayOfYear()).isEqualTo(1);
      }
    }
  }

  @Test
  void a_life_has_years_a_year_has_months_and_a_month_has_days() {
    assertThat(step(95 * 365.0)).isEqualTo(TickStep.YEARS_10);
    assertThat(step(365)).isEqualTo(TickStep.MONTHS_1);
    assertThat(step(31)).isEqualTo(TickStep.DAYS_2);
    assertThat(step(1)).isEqualTo(TickStep.HOURS_3);
  }

  private static TickStep step(double days) {
    double end = LIFE.to();
    TimeRange range = new TimeRange(end - days * 86_400_000, end);
    return Ticks.of(TimeScale.whole(LIFE, WIDTH).see(range), SEOUL, ROOM).step();
  }
}
