package org.chartseal.services.seal;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * A service that can be billed once (§8.2).
 *
 * @param performer 32 bytes that name who performed it, the same in every copy of the record
 * @param date day of service, year 0 to 9999
 * @param system URI of the code's system
 * @param code the code
 * @param ordinal counts equal services of that performer and day, from 0
 */
public record BillableService(
    Hash32 performer, LocalDate date, String system, String code, int ordinal) {

  /**
   * Checks the values.
   *
   * @throws IllegalArgumentException if a value does not fit its place
   */
  public BillableService {
    if (date.getYear() < 0 || date.getYear() > 9999) {
      throw new IllegalArgumentException("a day of service has a year of four digits");
    }
    Labels.u16(ordinal, "an ordinal");
    Labels.u16(system.getBytes(StandardCharsets.UTF_8).length, "the length of a code system");
    Labels.u16(code.getBytes(StandardCharsets.UTF_8).length, "the length of a code");
  }
}
