package org.chartseal.views.timeline.draw;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import org.chartseal.views.timeline.scale.TickStep;
import org.chartseal.views.timeline.scale.TimeRange;

/** Dates as they are written in a language, as long as the view needs them. */
public final class DateLabels {

  private static final double DAY = 86_400_000;
  private static final double MONTHS = 62 * DAY;
  private static final double YEARS = 3 * 365 * DAY;

  private final ZoneId zone;
  private final DateTimeFormatter year;
  private final DateTimeFormatter month;
  private final DateTimeFormatter yearMonth;
  private final DateTimeFormatter day;
  private final DateTimeFormatter date;
  private final DateTimeFormatter time;
  private final DateTimeFormatter dateTime;

  /** Dates of this zone's calendar. */
  public DateLabels(Locale locale, ZoneId zone) {
    this.zone = zone;
    year = DateTimeFormatter.ofLocalizedPattern("y").localizedBy(locale);
    month = DateTimeFormatter.ofLocalizedPattern("MMM").localizedBy(locale);
    yearMonth = DateTimeFormatter.ofLocalizedPattern("yMMM").localizedBy(locale);
    day = DateTimeFormatter.ofPattern("d", locale);
    date = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).localizedBy(locale);
    time = DateTimeFormatter.ofPattern("HH:mm", locale);
    dateTime =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .localizedBy(locale);
  }

  String fine(TickStep.Unit unit, ZonedDateTime tick) {
    return switch (unit) {
      case YEAR -> year.format(tick);
      case MONTH -> month.format(tick);
      case DAY -> day.format(tick);
      case TIME -> time.format(tick);
    };
  }

  /** The label above: which year, month or day the fine ones belong to. */
  String coarse(TickStep.Unit unit, ZonedDateTime tick) {
    return switch (unit) {
      case YEAR, MONTH -> year.format(tick);
      case DAY -> yearMonth.format(tick);
      case TIME -> date.format(tick);
    };
  }

  /** From when to when, no more exactly than can be seen. */
  String range(TimeRange range) {
    DateTimeFormatter format =
        range.length() > YEARS ? year : range.length() > MONTHS ? yearMonth : date;
    String from = format.format(at(range.from()));
    String to = format.format(at(range.to()));
    return from.equals(to) ? from : from + " – " + to;
  }

  /** A day; with its time if the moment is not a day's first. */
  public String moment(long millis) {
    ZonedDateTime at = at((double) millis);
    boolean midnight = at.toLocalTime().toSecondOfDay() == 0;
    return (midnight ? date : dateTime).format(at);
  }

  private ZonedDateTime at(double millis) {
    return Instant.ofEpochMilli((long) Math.floor(millis)).atZone(zone);
  }
}
