package org.chartseal.services.seal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;
import java.util.regex.Pattern;

/**
 * The year of a FHIR dateTime as written: a year, month, day, or time with or without an offset
 * (§2).
 */
public final class ClinicalDate {

  private static final Pattern DATED = Pattern.compile("[0-9]{4}(-.*)?");
  private static final int YEAR_DIGITS = 4;
  private static final int DAY_LENGTH = 10;

  private ClinicalDate() {}

  /**
   * The year in UTC. Only a time with its offset can lie in another year than the one it begins
   * with.
   *
   * @return empty if the text does not begin with a year from 1 to 9999
   */
  public static OptionalInt utcYear(String dateTime) {
    if (!DATED.matcher(dateTime).matches()) {
      return OptionalInt.empty();
    }
    int written = Integer.parseInt(dateTime.substring(0, YEAR_DIGITS));
    int year = offsetYear(dateTime).orElse(written);
    return year < 1 ? OptionalInt.empty() : OptionalInt.of(year);
  }

  private static OptionalInt offsetYear(String dateTime) {
    if (dateTime.length() <= DAY_LENGTH) {
      // Of thousands of entries most have a day: an exception each would cost more than the rest.
      return OptionalInt.empty();
    }
    try {
      return OptionalInt.of(
          OffsetDateTime.parse(dateTime).withOffsetSameInstant(ZoneOffset.UTC).getYear());
    } catch (DateTimeParseException e) {
      return OptionalInt.empty();
    }
  }
}
