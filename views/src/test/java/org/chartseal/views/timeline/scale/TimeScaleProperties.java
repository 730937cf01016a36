package org.chartseal.views.timeline.scale;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.time.Instant;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;

class TimeScaleProperties {

  private static final TimeRange LIFE =
      new TimeRange(
          Instant.parse("1979-05-14T00:00:00Z").toEpochMilli(),
          Instant.parse("2026-11-27T00:00:00Z").toEpochMilli());
  private static final double WIDTH = 1080;

  private static TimeScale some(double place, double closeness) {
    double length = LIFE.length() * Math.pow(TimeScale.SHORTEST / LIFE.length(), closeness);
    double from = LIFE.from() + place * (LIFE.length() - length);
    return TimeScale.whole(LIFE, WIDTH).see(new TimeRange(from, from + length));
  }

  @Property
  void a_place_and_its_moment_belong_together(
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness,
      @ForAll @DoubleRange(min = 0, max = WIDTH) double x) {
    TimeScale scale = some(place, closeness);
    assertThat(scale.x(scale.millis(x))).isCloseTo(x, within(0.01));
  }

  @Property
  void nothing_leads_out_of_the_bounds(
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0, max = 1) double closeness,
      @ForAll @DoubleRange(min = -9999, max = 9999) double pixels,
      @ForAll @DoubleRange(min = 0.01, max = 1000) double factor) {
    TimeScale scale = some(place, closeness).panned(pixels).zoomed(factor, WIDTH / 3);
    assertThat(scale.seen().from()).isGreaterThanOrEqualTo(LIFE.from() - 1);
    assertThat(scale.seen().to()).isLessThanOrEqualTo(LIFE.to() + 1);
    assertThat(scale.seen().length()).isGreaterThanOrEqualTo(TimeScale.SHORTEST * 0.999);
  }

  @Property
  void a_zoom_leaves_the_moment_under_the_pointer_where_it_is(
      @ForAll @DoubleRange(min = 0.2, max = 0.8) double place,
      @ForAll @DoubleRange(min = 0.3, max = 0.8) double closeness,
      @ForAll @DoubleRange(min = 0, max = WIDTH) double x,
      @ForAll @DoubleRange(min = 0.8, max = 1.25) double factor) {
    TimeScale scale = some(place, closeness);
    TimeScale zoomed = scale.zoomed(factor, x);
    assertThat(zoomed.x(scale.millis(x))).isCloseTo(x, within(0.01));
  }

  @Property
  void wider_bounds_show_all_again_only_to_whom_saw_all(
      @ForAll @DoubleRange(min = 0, max = 1) double place,
      @ForAll @DoubleRange(min = 0.1, max = 1) double closeness) {
    TimeRange wider = LIFE.padded(0.5);
    TimeScale part = some(place, closeness);
    assertThat(TimeScale.whole(LIFE, WIDTH).within(wider).isWhole()).isTrue();
    assertThat(part.within(wider).seen().from()).isCloseTo(part.seen().from(), within(1.0));
  }
}
