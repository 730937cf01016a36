package org.chartseal.views.requests;

import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import org.chartseal.services.clinical.ConsentTerms;
import org.chartseal.services.seal.SensitivityClass;

/** Which answers to a request give no more than it asks for. */
final class Narrowing {

  private final ConsentTerms asked;
  private final Instant now;
  private final ZoneId zone;
  private final List<Integer> years;

  /** Earlier ends than the one that is asked for. */
  enum End {
    AS_ASKED,
    HOUR,
    TODAY,
    WEEK,
    MONTH
  }

  /** What was chosen. The years are both included. */
  record Choice(Collection<SensitivityClass> classes, int from, int to, End end) {}

  Narrowing(ConsentTerms asked, Instant now, ZoneId zone, int firstYear) {
    this.asked = asked;
    this.now = now;
    this.zone = zone;
    int thisYear = now.atZone(ZoneOffset.UTC).getYear();
    this.years =
        asked.years().isEmpty()
            ? IntStream.rangeClosed(firstYear, thisYear).boxed().toList()
            : List.copyOf(asked.years());
  }

  /** Whether there is still time that could be granted. */
  boolean isOpen() {
    return now.isBefore(asked.until());
  }

  /** The years that are asked for, oldest first. */
  List<Integer> years() {
    return years;
  }

  /** The ends that can be chosen: none but the one asked for is as late as it. */
  List<End> ends() {
    List<End> ends = new ArrayList<>();
    for (End end : End.values()) {
      boolean earlier = end != End.AS_ASKED && until(end).isBefore(asked.until());
      if (end == End.AS_ASKED || (earlier && until(end).isAfter(now))) {
        ends.add(end);
      }
    }
    return ends;
  }

  /** When that is. */
  Instant until(End end) {
    ZonedDateTime here = now.atZone(zone);
    Instant until =
        switch (end) {
          case AS_ASKED -> asked.until();
          case HOUR -> here.plusHours(1).toInstant();
          case TODAY ->
              here.toLocalDate().plusDays(1).atTime(LocalTime.MIN).atZone(zone).toInstant();
          case WEEK -> here.plusWeeks(1).toInstant();
          case MONTH -> here.plusMonths(1).toInstant();
        };
    return until.truncatedTo(ChronoUnit.SECONDS);
  }

  /** The terms of an answer. */
  ConsentTerms terms(Choice choice) {
    boolean allYears =
        asked.years().isEmpty()
            && choice.from() == years.getFirst()
            && choice.to() == years.getLast();
    TreeSet<Integer> chosen = new TreeSet<>();
    if (!allYears) {
      years.stream()
          .filter(year -> year >= choice.from() && year <= choice.to())
          .forEach(chosen::add);
    }
    return new ConsentTerms(
        asked.id(),
        asked.patient(),
        asked.grantee(),
        asked.writers(),
        asked.purpose(),
        asked.classes().stream().filter(choice.classes()::contains).toList(),
        chosen,
        now.truncatedTo(ChronoUnit.SECONDS),
        asked.from(),
        until(choice.end()));
  }
}
