package org.chartseal.services.claims.internal;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.chartseal.services.claims.AdjudicationInput;
import org.chartseal.services.claims.Coverage;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.ServiceTerms;
import org.chartseal.services.claims.TableRow;

/**
 * The facts about a line that {@code lines.csv} decides on. What follows from them is for the table
 * alone to say.
 */
public final class LineFacts {

  /** File name of the table. */
  public static final String TABLE = PackArchive.LINES;

  static final Set<String> OUTPUTS =
      Set.of("outcome", "group", "carc", "rarc", "explain", "change", "citation");

  private static final String STATUS = "service.status";
  private static final String CATEGORY = "service.category";
  private static final String LISTING = "service.listing";
  private static final String BENEFIT = "service.benefit";
  private static final String PREVENTIVE = "service.preventive";
  private static final String DAYS = "service.days-ago";
  private static final String DUPLICATE = "service.duplicate";
  private static final String BILLED = "billed-cents";
  private static final String COVERAGE = "coverage";
  private static final String MEMBER = "coverage.member";
  private static final String PLAN = "coverage.plan";

  static final Set<String> NAMES = names();

  private LineFacts() {}

  /** The facts about one line. */
  public static Map<String, String> of(
      AdjudicationInput input,
      RulePack pack,
      ServiceLine line,
      LineEvidence evidence,
      ServiceTerms terms) {
    Map<String, String> facts = new HashMap<>();
    for (EvidenceKind kind : EvidenceKind.values()) {
      facts.put("evidence." + kind.word(), evidence.finding(kind).state().word());
    }
    facts.put(STATUS, evidence.status());
    facts.put(CATEGORY, line.category().word());
    facts.put(LISTING, terms.listing().word());
    facts.put(BENEFIT, terms.benefit());
    facts.put(PREVENTIVE, terms.preventive());
    facts.put(DAYS, Long.toString(ChronoUnit.DAYS.between(line.day(), input.receivedOn())));
    facts.put(DUPLICATE, duplicate(input, line));
    facts.put(BILLED, Long.toString(line.billed().cents()));
    facts.put(COVERAGE, coverage(input.coverage(), line.day()));
    facts.put(MEMBER, member(input));
    facts.put(
        PLAN, input.coverage().flatMap(c -> pack.plan(c.plan())).isPresent() ? "known" : "unknown");
    return facts;
  }

  /** Whether a known plan of this very member covers the day. */
  static boolean isCovered(Map<String, String> facts) {
    return "active".equals(facts.get(COVERAGE))
        && "same".equals(facts.get(MEMBER))
        && "known".equals(facts.get(PLAN));
  }

  /** Whether the service is billed twice. */
  static boolean isDuplicate(Map<String, String> facts) {
    return !"no".equals(facts.get(DUPLICATE));
  }

  static Outcome outcome(TableRow row) throws TableException {
    return switch (row.output("outcome")) {
      case "approved" -> Outcome.APPROVED;
      case "denied" -> Outcome.DENIED;
      case "person" -> Outcome.NEEDS_PERSON;
      default ->
          throw new TableException(
              row.table(),
              "the rule " + row.rule() + " has none of the outcomes approved, denied, person");
    };
  }

  private static Set<String> names() {
    Set<String> names =
        new LinkedHashSet<>(
            List.of(
                STATUS,
                CATEGORY,
                LISTING,
                BENEFIT,
                PREVENTIVE,
                DAYS,
                DUPLICATE,
                BILLED,
                COVERAGE,
                MEMBER,
                PLAN));
    for (EvidenceKind kind : EvidenceKind.values()) {
      names.add("evidence." + kind.word());
    }
    return Set.copyOf(names);
  }

  private static String coverage(Optional<Coverage> coverage, LocalDate day) {
    return coverage
        .map(c -> {
          if (day.isBefore(c.from())) {
            return "before";
          }
          return c.until().isPresent() && day.isAfter(c.until().get()) ? "ended" : "active";
        })
        .orElse("none");
  }

  private static String member(AdjudicationInput input) {
    return input
        .coverage()
        .map(c ->
            c.member().equals(input.claim().member())
                && c.patient().equals(input.claim().patient()))
        .map(same -> same ? "same" : "other")
        .orElse("none");
  }

  /**
   * Whether the service is billed twice: in this claim, by an earlier line, or in a claim before
   * it.
   */
  private static String duplicate(AdjudicationInput input, ServiceLine line) {
    if (input.billedBefore().containsKey(line.nullifier())) {
      return "before";
    }
    boolean twice =
        input.claim().lines().stream()
            .anyMatch(
                o -> o.sequence() < line.sequence() && o.nullifier().equals(line.nullifier()));
    return twice ? "in-claim" : "no";
  }
}
