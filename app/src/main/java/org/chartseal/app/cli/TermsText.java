package org.chartseal.app.cli;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;

/** What people write on the command line for purposes, classes, years and times. */
final class TermsText {

  private static final Pattern SPAN = Pattern.compile("(\\d{1,5})([hd])");
  private static final Pattern YEARS = Pattern.compile("(\\d{4})(?:-(\\d{4}))?");
  private static final int MOST_YEARS = 200;

  private TermsText() {}

  static PurposeOfUse purpose(String text) throws CommandFailure {
    for (PurposeOfUse purpose : PurposeOfUse.values()) {
      if (purpose.code().equalsIgnoreCase(text)
          || purpose.name().equalsIgnoreCase(text.replace('-', '_'))) {
        return purpose;
      }
    }
    throw CommandFailure.usage(
        "CS-USE-06",
        "'" + text + "' is no purpose. Write treatment, payment, research or patient-request.");
  }

  static List<SensitivityClass> classes(List<String> texts) throws CommandFailure {
    List<SensitivityClass> classes = new ArrayList<>();
    for (String text : texts) {
      SensitivityClass found =
          new SensitivityClass(
              text.equalsIgnoreCase("general") ? "N" : text.toUpperCase(Locale.ROOT));
      if (!found.isClinical()) {
        throw CommandFailure.usage(
            "CS-USE-07",
            "'"
                + text
                + "' is no class of information. Write N (general), R, V, PSY, SEX, HIV, SUD, GDIS, SDV or ETH.");
      }
      if (!classes.contains(found)) {
        classes.add(found);
      }
    }
    return classes;
  }

  static SortedSet<Integer> years(List<String> texts) throws CommandFailure {
    SortedSet<Integer> years = new TreeSet<>();
    for (String text : texts) {
      Matcher matcher = YEARS.matcher(text);
      if (!matcher.matches()) {
        throw years(text);
      }
      int from = Integer.parseInt(matcher.group(1));
      int to = matcher.group(2) == null ? from : Integer.parseInt(matcher.group(2));
      if (to < from || to - from > MOST_YEARS) {
        throw years(text);
      }
      for (int year = from; year <= to; year++) {
        years.add(year);
      }
    }
    return years;
  }

  /** A day (its end), a time (ISO 8601), or a span from now: {@code 8h}, {@code 30d}. */
  static Instant until(String text, Instant now, ZoneId zone) throws CommandFailure {
    Matcher span = SPAN.matcher(text);
    try {
      if (span.matches()) {
        long count = Long.parseLong(span.group(1));
        return now.plus(
            span.group(2).equals("h") ? Duration.ofHours(count) : Duration.ofDays(count));
      }
      return text.contains("T")
          ? Instant.parse(text)
          : LocalDate.parse(text).plusDays(1).atStartOfDay(zone).toInstant();
    } catch (DateTimeException e) {
      throw CommandFailure.usage(
          "CS-USE-08",
          "'"
              + text
              + "' is no time. Write a day (2026-12-31), a time (2026-12-31T18:00:00Z), or a span (8h, 30d).");
    }
  }

  private static CommandFailure years(String text) {
    return CommandFailure.usage("CS-USE-09", "'" + text + "' is no year. Write 2024 or 2015-2024.");
  }
}
