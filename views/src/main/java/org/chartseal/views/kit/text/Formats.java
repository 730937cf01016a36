package org.chartseal.views.kit.text;

import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Currency;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.claims.Money;

/** Dates, times, numbers and money as people of a locale write them. */
public final class Formats {

  private static final int YEAR_LENGTH = 4;
  private static final int MONTH_LENGTH = 7;
  private static final int DAY_LENGTH = 10;
  private static final char NO_BREAK = '\u00A0';

  private static final Pattern MOMENT =
      Pattern.compile("\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(?:\\.\\d+)?Z");

  private static final Pattern DAY = Pattern.compile("(?<![\\d-])\\d{4}-\\d{2}-\\d{2}(?![\\dT-])");

  private final Locale locale;
  private final ZoneId zone;
  private final DateTimeFormatter day;
  private final DateTimeFormatter year;
  private final DateTimeFormatter month;
  private final DateTimeFormatter time;
  private final DateTimeFormatter dayAndTime;

  Formats(Locale locale, ZoneId zone) {
    this.locale = locale;
    this.zone = zone;
    this.day = DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(locale);
    this.year = DateTimeFormatter.ofLocalizedPattern("y").withLocale(locale);
    this.month = DateTimeFormatter.ofLocalizedPattern("yMMM").withLocale(locale);
    this.time = DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT).withLocale(locale);
    this.dayAndTime =
        DateTimeFormatter.ofLocalizedDateTime(FormatStyle.MEDIUM, FormatStyle.SHORT)
            .withLocale(locale);
  }

  public Locale locale() {
    return locale;
  }

  /** In which times are shown. */
  public ZoneId zone() {
    return zone;
  }

  public String day(LocalDate date) {
    return whole(day.format(date));
  }

  public String day(Instant instant) {
    return day(instant.atZone(zone).toLocalDate());
  }

  public String time(Instant instant) {
    return whole(time.format(instant.atZone(zone)));
  }

  /** Day and time, to the minute. */
  public String moment(Instant instant) {
    return whole(dayAndTime.format(instant.atZone(zone)));
  }

  /** A Korean date has a space after each part; none of them begins a line by itself. */
  private String whole(String written) {
    return Language.of(locale) == Language.KOREAN ? written.replace(' ', NO_BREAK) : written;
  }

  /**
   * A FHIR dateTime (R4 datatypes, §2.24.0.1) to the day, or as coarse as it was written; what is
   * none stays as it is.
   */
  public String clinicalDay(String dateTime) {
    try {
      return switch (dateTime.length()) {
        case YEAR_LENGTH -> whole(year.format(Year.parse(dateTime)));
        case MONTH_LENGTH -> whole(month.format(YearMonth.parse(dateTime)));
        case DAY_LENGTH -> day(LocalDate.parse(dateTime));
        default -> day(OffsetDateTime.parse(dateTime).atZoneSameInstant(zone).toLocalDate());
      };
    } catch (DateTimeException e) {
      return dateTime;
    }
  }

  /** A sentence in which moments and days stand as machines write them, with each as people do. */
  public String sentence(String words) {
    String told = MOMENT.matcher(words).replaceAll(found -> moment(found.group()));
    return DAY.matcher(told)
        .replaceAll(found -> Matcher.quoteReplacement(clinicalDay(found.group())));
  }

  private String moment(String written) {
    try {
      return Matcher.quoteReplacement(moment(Instant.parse(written)));
    } catch (DateTimeException e) {
      return Matcher.quoteReplacement(written);
    }
  }

  public String number(long number) {
    return NumberFormat.getIntegerInstance(locale).format(number);
  }

  public String money(Money money) {
    NumberFormat format = NumberFormat.getCurrencyInstance(locale);
    Currency currency = money.currency();
    format.setCurrency(currency);
    format.setMinimumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
    format.setMaximumFractionDigits(Math.max(0, currency.getDefaultFractionDigits()));
    return format.format(
        BigDecimal.valueOf(money.cents(), Math.max(0, currency.getDefaultFractionDigits())));
  }

  /** Minutes and seconds, for time left. */
  public String span(Duration duration) {
    long seconds = Math.max(0, duration.toSeconds());
    return "%d:%02d".formatted(seconds / 60, seconds % 60);
  }
}
