package org.chartseal.services.claims.internal;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.chartseal.services.claims.ServiceCategory;

/**
 * Where a kind of FHIR R4 resource keeps its coded service and its day.
 *
 * @param concepts RFC 6901 pointers to concepts or codings, in the order in which they count
 * @param days pointers to dates, in that order
 */
record ServiceShape(ServiceCategory category, List<String> concepts, List<String> days) {

  private static final int DAY_LENGTH = "yyyy-mm-dd".length();

  /** The shape of a resource type, if such resources can be billed. */
  static Optional<ServiceShape> of(String resourceType) {
    return switch (resourceType) {
      case "Encounter" ->
          Optional.of(
              new ServiceShape(
                  ServiceCategory.VISIT, List.of("/type/0", "/class"), List.of("/period/start")));
      case "Procedure" ->
          Optional.of(
              new ServiceShape(
                  ServiceCategory.PROCEDURE,
                  List.of("/code"),
                  List.of("/performedDateTime", "/performedPeriod/start")));
      case "Immunization" ->
          Optional.of(
              new ServiceShape(
                  ServiceCategory.IMMUNIZATION,
                  List.of("/vaccineCode"),
                  List.of("/occurrenceDateTime")));
      default -> Optional.empty();
    };
  }

  /** The calendar day of a FHIR dateTime as it is written; a month or a year alone is no day. */
  static Optional<LocalDate> day(String dateTime) {
    try {
      return dateTime.length() < DAY_LENGTH
          ? Optional.empty()
          : Optional.of(LocalDate.parse(dateTime.substring(0, DAY_LENGTH)));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
