package org.chartseal.services.seal;

import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.OptionalInt;

/**
 * The year of a FHIR dateTime as written: a year, month, day, or time with or without an offset
 * (§2).
 */
public final class ClinicalDate {

  private static final int YEAR_DIGITS = 4;

  private ClinicalDate() {}

  /**
   * The year in UTC. Only a time with its offset can lie in another year than the one it begins
   * with.
   *
   * @return empty if the text does not begin with a year from 1 to 9999
   */
  public static OptionalInt utcYear(String dateTime) {
    if (!dateTime.matches("[0-9]{4}(-.*)?")) {
      return OptionalInt.empty();
    }
    int written = Integer.parseInt(dateTime.substring(0, YEAR_DIGITS));
    int year = offsetYear(dateTime).orElse(written);
    return year < 1 ? OptionalInt.empty() : OptionalInt.of(year);
  }

  private static OptionalInt offsetYear(String dateTime) {
    try {
      return OptionalInt.of(
          OffsetDateTime.parse(dateTime).withOffsetSameInstant(ZoneOffset.UTC).getYear());
    } catch (DateTimeParseException e) {
      return OptionalInt.empty();
    }
  }
}
