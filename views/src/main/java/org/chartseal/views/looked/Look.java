package org.chartseal.views.looked;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.chartseal.services.clinical.AccessReceipt;
import org.chartseal.services.clinical.PurposeOfUse;
import org.chartseal.services.seal.SensitivityClass;

/**
 * The openings of one reader on one day, for the same purpose and of the same things.
 *
 * @param first the time of the earliest
 * @param last the time of the latest
 */
record Look(
    LocalDate day,
    String reader,
    String organisation,
    PurposeOfUse purpose,
    List<SensitivityClass> classes,
    String reason,
    Instant first,
    Instant last,
    int times) {

  /** What openings have in common that are shown as one. */
  private record Same(
      LocalDate day,
      String reader,
      String organisation,
      PurposeOfUse purpose,
      List<SensitivityClass> classes,
      String reason) {}

  /** Puts openings together, the newest first. */
  static List<Look> of(List<AccessReceipt> openings, ZoneId zone) {
    Map<Same, Look> looks = new LinkedHashMap<>();
    for (AccessReceipt opening : openings) {
      Instant at = opening.recorded();
      Same same =
          new Same(
              at.atZone(zone).toLocalDate(),
              opening.reader().display(),
              opening.organisation().display(),
              opening.purpose(),
              opening.classes(),
              opening.reason());
      looks.merge(same, one(same, at), Look::with);
    }
    List<Look> newest = new ArrayList<>(looks.values());
    newest.sort((one, other) -> other.last().compareTo(one.last()));
    return newest;
  }

  private static Look one(Same same, Instant at) {
    return new Look(
        same.day(),
        same.reader(),
        same.organisation(),
        same.purpose(),
        same.classes(),
        same.reason(),
        at,
        at,
        1);
  }

  private Look with(Look other) {
    return new Look(
        day,
        reader,
        organisation,
        purpose,
        classes,
        reason,
        first.isBefore(other.first) ? first : other.first,
        last.isAfter(other.last) ? last : other.last,
        times + other.times);
  }
}
