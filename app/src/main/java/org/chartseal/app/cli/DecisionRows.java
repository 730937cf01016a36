package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;

/** A decision's lines: outcome, amounts, reason codes, the rule, and what would change a denial. */
final class DecisionRows {

  private DecisionRows() {}

  static List<Row> lines(Decision decision) {
    List<Row> rows = new ArrayList<>();
    for (LineDecision line : decision.result().lines()) {
      rows.add(
          Row.of("sequence", line.sequence())
              .and("outcome", outcome(line))
              .and("billed", line.amounts().billed().decimal().toPlainString())
              .and("payer", line.amounts().payer().decimal().toPlainString())
              .and("patient", line.amounts().patient().decimal().toPlainString())
              .and("reasons", (Object) List.<Object>copyOf(reasons(line)))
              .and("rule", line.rule().rule())
              .and("citation", line.rule().citation())
              .and("explanation", line.explanation())
              .and("change", line.change().orElse("")));
    }
    return rows;
  }

  static String words(Decision decision) {
    StringBuilder words = new StringBuilder();
    for (LineDecision line : decision.result().lines()) {
      words.append(
          "  %d  %-12s billed %s, plan pays %s, patient owes %s%n     %s %s%n     rule %s, %s%n"
              .formatted(
                  line.sequence(),
                  outcome(line),
                  line.amounts().billed(),
                  line.amounts().payer(),
                  line.amounts().patient(),
                  line.explanation(),
                  String.join(" ", reasons(line)),
                  line.rule().rule(),
                  line.rule().citation()));
      line.change()
          .ifPresent(change ->
              words
                  .append("     What would change it: ")
                  .append(change)
                  .append(System.lineSeparator()));
    }
    return words.toString();
  }

  private static String outcome(LineDecision line) {
    return line.outcome().name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> reasons(LineDecision line) {
    List<String> reasons = new ArrayList<>();
    for (Adjustment adjustment : line.adjustments()) {
      reasons.add(
          "%s-%s%s"
              .formatted(
                  adjustment.group(),
                  adjustment.carc(),
                  adjustment.rarc().isEmpty() ? "" : "/" + adjustment.rarc()));
    }
    return reasons;
  }
}
