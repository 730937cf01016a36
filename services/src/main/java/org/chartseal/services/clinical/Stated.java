package org.chartseal.services.clinical;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * A statement of an opened record, and which entry makes it.
 *
 * @param entry as people name it
 * @param date clinical date of the entry, as written
 */
public record Stated(String entry, String date, EntryView.Line line) {

  private static final int DAY_LENGTH = 10;

  /** The day of which it is said; empty if no whole day is known. */
  public Optional<LocalDate> day() {
    String written = line.date().isEmpty() ? date : line.date();
    if (written.length() < DAY_LENGTH) {
      return Optional.empty();
    }
    try {
      return Optional.of(LocalDate.parse(written.substring(0, DAY_LENGTH)));
    } catch (DateTimeParseException e) {
      return Optional.empty();
    }
  }
}
