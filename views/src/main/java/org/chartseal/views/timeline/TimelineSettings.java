package org.chartseal.views.timeline;

import java.time.Instant;
import java.time.ZoneId;
import org.chartseal.views.timeline.draw.TimelineText;
import org.chartseal.views.timeline.scale.TimeRange;

/**
 * What a timeline is told at its beginning.
 *
 * @param zone whose calendar the axis follows
 * @param from where time begins before anything is loaded: a birth date, or the consent's first day
 * @param now the present, later than from
 */
public record TimelineSettings(TimelineText text, ZoneId zone, Instant from, Instant now) {

  private static final double MARGIN = 0.02;

  /** All that can be seen while nothing lies outside. */
  TimeRange life() {
    return new TimeRange(from.toEpochMilli(), now.toEpochMilli()).padded(MARGIN);
  }

  TimelineSettings with(TimelineText other) {
    return new TimelineSettings(other, zone, from, now);
  }
}
