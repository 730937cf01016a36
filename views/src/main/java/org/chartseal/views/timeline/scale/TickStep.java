package org.chartseal.views.timeline.scale;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;

/**
 * The distance between two ticks of an axis. It counts from the beginning of the unit above, so
 * that a month has its first day and a day its midnight.
 */
public enum TickStep {
  MINUTES_5(Unit.TIME, 5, 300_000L),
  MINUTES_15(Unit.TIME, 15, 900_000L),
  HOURS_1(Unit.TIME, 60, 3_600_000L),
  HOURS_3(Unit.TIME, 180, 3 * 3_600_000L),
  HOURS_6(Unit.TIME, 360, 6 * 3_600_000L),
  DAYS_1(Unit.DAY, 1, 86_400_000L),
  DAYS_2(Unit.DAY, 2, 2 * 86_400_000L),
  DAYS_7(Unit.DAY, 7, 7 * 86_400_000L),
  DAYS_14(Unit.DAY, 14, 14 * 86_400_000L),
  MONTHS_1(Unit.MONTH, 1, 30 * 86_400_000L),
  MONTHS_3(Unit.MONTH, 3, 91 * 86_400_000L),
  MONTHS_6(Unit.MONTH, 6, 182 * 86_400_000L),
  YEARS_1(Unit.YEAR, 1, 365 * 86_400_000L),
  YEARS_2(Unit.YEAR, 2, 2 * 365 * 86_400_000L),
  YEARS_5(Unit.YEAR, 5, 5 * 365 * 86_400_000L),
  YEARS_10(Unit.YEAR, 10, 10 * 365 * 86_400_000L),
  YEARS_20(Unit.YEAR, 20, 20 * 365 * 86_400_000L),
  YEARS_50(Unit.YEAR, 50, 50 * 365 * 86_400_000L);

  /** What a tick's label says. */
  public enum Unit {
    /** Hours and minutes of a day. */
    TIME,
    /** A day of a month. */
    DAY,
    /** A month of a year. */
    MONTH,
    /** A year. */
    YEAR
  }

  private static final int MINUTES_OF_DAY = 24 * 60;

  private final Unit unit;
  private final int every;
  private final double millis;

  TickStep(Unit unit, int every, long millis) {
    this.unit = unit;
    this.every = every;
    this.millis = millis;
  }

  /** The smallest step that is at least this long, or the longest. */
  static TickStep atLeast(double millis) {
    for (TickStep step : values()) {
      if (step.millis >= millis) {
        return step;
      }
    }
    return YEARS_50;
  }

  /** What its labels say. */
  public Unit unit() {
    return unit;
  }

  /** The last tick that is not after a time. */
  ZonedDateTime floor(ZonedDateTime time) {
    ZonedDateTime day = time.truncatedTo(ChronoUnit.DAYS);
    return switch (unit) {
      case TIME -> {
        int minutes = time.getHour() * 60 + time.getMinute();
        yield onDay(day, minutes / every * every);
      }
      case DAY -> {
        int tick = (day.getDayOfMonth() - 1) / every * every + 1;
        yield day.withDayOfMonth(tick > lastOf(day) ? tick - every : tick);
      }
      case MONTH -> day.withDayOfMonth(1).withMonth((day.getMonthValue() - 1) / every * every + 1);
      case YEAR -> day.withDayOfYear(1).withYear(Math.floorDiv(day.getYear(), every) * every);
    };
  }

  /** The tick after a tick. */
  ZonedDateTime next(ZonedDateTime tick) {
    return switch (unit) {
      case TIME -> {
        int minutes = tick.getHour() * 60 + tick.getMinute() + every;
        ZonedDateTime day = tick.truncatedTo(ChronoUnit.DAYS);
        yield minutes >= MINUTES_OF_DAY ? day.plusDays(1) : onDay(day, minutes);
      }
      case DAY ->
          tick.getDayOfMonth() + every > lastOf(tick)
              ? tick.withDayOfMonth(1).plusMonths(1)
              : tick.plusDays(every);
      case MONTH -> tick.plusMonths(every);
      case YEAR -> tick.plusYears(every);
    };
  }

  /** Where a clock is put forward the tick falls on the first minute that there is. */
  private static ZonedDateTime onDay(ZonedDateTime day, int minutes) {
    return day.withHour(minutes / 60).withMinute(minutes % 60);
  }

  /** The last day of a month that is a tick and leaves room before the next month's first. */
  private int lastOf(ZonedDateTime month) {
    return month.toLocalDate().lengthOfMonth() - every / 2;
  }
}
