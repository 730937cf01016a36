package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Answers that are kept until all are there, and then given by date, the newest first. */
final class NewestFirst {

  private static final int DAY = 10;

  /** By the day as it is written, which is what people see; then by the time. */
  private static final Comparator<Dated> ORDER =
      Comparator.comparing(Dated::day).thenComparing(Dated::date).reversed();

  private record Dated(String date, Row row, String words) {
    String day() {
      return date.substring(0, Math.min(DAY, date.length()));
    }
  }

  private final List<Dated> kept = new ArrayList<>();

  /**
   * @param date as FHIR writes dates; empty if there is none
   */
  void add(String date, Row row, String words) {
    kept.add(new Dated(date, row, words));
  }

  void giveTo(Output output) {
    kept.sort(ORDER);
    kept.forEach(one -> output.row(one.row(), one.words()));
    kept.clear();
  }
}
