package org.chartseal.services.clinical.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** HL7 v3 points in time (data type TS) as FHIR dateTimes. */
final class Hl7Time {

  private static final Pattern TS =
      Pattern.compile(
          "(\\d{4})(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(?:(\\d\\d)(\\.\\d{1,6})?)?)?)?)?)?([+-]\\d{4})?");

  private Hl7Time() {}

  /**
   * The same time with the same precision. FHIR has no time of day without a zone; where the source
   * names none, the day is what is left.
   *
   * @return empty if it is no point in time
   */
  static String toFhir(String ts) {
    Matcher parts = TS.matcher(ts.strip());
    if (!parts.matches()) {
      return "";
    }
    try {
      return toFhir(parts);
    } catch (DateTimeException e) {
      return "";
    }
  }

  private static String toFhir(Matcher parts) {
    if (parts.group(2) == null) {
      return parts.group(1);
    }
    if (parts.group(3) == null) {
      return LocalDate.of(number(parts, 1), number(parts, 2), 1).toString().substring(0, 7);
    }
    LocalDate day = LocalDate.of(number(parts, 1), number(parts, 2), number(parts, 3));
    if (parts.group(5) == null || parts.group(8) == null) {
      return day.toString();
    }
    int second = parts.group(6) == null ? 0 : number(parts, 6);
    LocalTime time = LocalTime.of(number(parts, 4), number(parts, 5), second);
    String fraction = parts.group(7) == null ? "" : parts.group(7);
    ZoneOffset zone = ZoneOffset.of(parts.group(8));
    return "%sT%02d:%02d:%02d%s%s"
        .formatted(
            day,
            time.getHour(),
            time.getMinute(),
            second,
            fraction,
            zone.equals(ZoneOffset.UTC) ? "Z" : zone.getId());
  }

  private static int number(Matcher parts, int group) {
    return Integer.parseInt(parts.group(group));
  }
}
