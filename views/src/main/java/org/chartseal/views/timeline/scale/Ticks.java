package org.chartseal.views.timeline.scale;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;

/**
 * The ticks of an axis: the finest calendar step that leaves room for its labels.
 *
 * @param step the distance of the ticks
 * @param times the ticks from the last before the view to the first after it
 */
public record Ticks(TickStep step, List<ZonedDateTime> times) {

  /**
   * The ticks of a view.
   *
   * @param room how many pixels a label needs
   */
  public static Ticks of(TimeScale scale, ZoneId zone, double room) {
    return of(scale, zone, TickStep.atLeast(room * scale.millisPerPixel()));
  }

  /** The ticks that begin a new unit above the step's own, for a second line of labels. */
  public Ticks above(TimeScale scale, ZoneId zone) {
    TickStep coarse =
        switch (step.unit()) {
          case TIME -> TickStep.DAYS_1;
          case DAY -> TickStep.MONTHS_1;
          case MONTH -> TickStep.YEARS_1;
          case YEAR -> TickStep.YEARS_50;
        };
    return of(scale, zone, coarse);
  }

  private static Ticks of(TimeScale scale, ZoneId zone, TickStep step) {
    List<ZonedDateTime> times = new ArrayList<>();
    ZonedDateTime tick = step.floor(at(scale.seen().from(), zone));
    times.add(tick);
    while (millis(tick) < scale.seen().to()) {
      tick = step.next(tick);
      times.add(tick);
    }
    return new Ticks(step, List.copyOf(times));
  }

  private static ZonedDateTime at(double millis, ZoneId zone) {
    return Instant.ofEpochMilli((long) Math.floor(millis)).atZone(zone);
  }

  /** Milliseconds since 1970. */
  public static double millis(ZonedDateTime tick) {
    return tick.toInstant().toEpochMilli();
  }
}
