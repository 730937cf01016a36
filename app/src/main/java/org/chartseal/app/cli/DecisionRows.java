package org.chartseal.app.cli;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.SignedRuling;
import org.chartseal.services.seal.KeyId;

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
              .and("writeOff", line.amounts().writeOff().decimal().toPlainString())
              .and("reasons", (Object) List.<Object>copyOf(reasons(line)))
              .and("rule", line.rule().rule())
              .and("citation", line.rule().citation())
              .and("explanation", line.explanation())
              .and("change", line.change().orElse(""))
              .and("byRules", line.byRules().map(rules -> word(rules.outcome())).orElse("")));
    }
    return rows;
  }

  static String words(Decision decision) {
    StringBuilder words = new StringBuilder();
    Map<Integer, String> services = new HashMap<>();
    decision
        .inputs()
        .claim()
        .file()
        .lines()
        .forEach(line -> services.put(line.sequence(), line.display()));
    for (LineDecision line : decision.result().lines()) {
      words.append(
          "  %d  %-12s %s%n     billed %s, plan pays %s, patient owes %s%n     %s%n%s     rule %s, %s%n"
              .formatted(
                  line.sequence(),
                  outcome(line),
                  services.getOrDefault(line.sequence(), ""),
                  line.amounts().billed(),
                  line.amounts().payer(),
                  line.amounts().patient(),
                  line.explanation(),
                  adjustments(line),
                  line.rule().rule(),
                  line.rule().citation()));
      line.byRules()
          .ifPresent(rules ->
              words.append(
                  "     The rules said: %s. %s%n"
                      .formatted(word(rules.outcome()), rules.explanation())));
      line.change()
          .ifPresent(change ->
              words
                  .append("     What would change it: ")
                  .append(change)
                  .append(System.lineSeparator()));
    }
    for (SignedRuling signed : decision.rulings()) {
      words.append(
          "  Line %d was ruled on by %s at %s, key %s%n"
              .formatted(
                  signed.ruling().line(),
                  signed.ruling().person(),
                  signed.signature().statement().signedAt(),
                  KeyId.of(signed.signature().key()).value().hex()));
    }
    return words.toString();
  }

  /** Who ruled what in the stead of the rules, why, and by which key. */
  static List<Row> rulings(Decision decision) {
    List<Row> rows = new ArrayList<>();
    for (SignedRuling signed : decision.rulings()) {
      Row row =
          Row.of("sequence", signed.ruling().line())
              .and("person", signed.ruling().person())
              .and("reason", signed.ruling().reason())
              .and("key", KeyId.of(signed.signature().key()).value().hex())
              .and("at", signed.signature().statement().signedAt().toString());
      rows.add(
          switch (signed.ruling().verdict()) {
            case Ruling.Verdict.Approve(var allowed) ->
                row.and("verdict", "approved").and("allowed", allowed.decimal().toPlainString());
            case Ruling.Verdict.Deny(var code) ->
                row.and("verdict", "denied").and("code", code.group() + "-" + code.carc());
          });
    }
    return rows;
  }

  private static String outcome(LineDecision line) {
    return word(line.outcome());
  }

  private static String word(Outcome outcome) {
    return outcome.name().toLowerCase(Locale.ROOT).replace('_', ' ');
  }

  private static List<String> reasons(LineDecision line) {
    return line.adjustments().stream().map(DecisionRows::code).toList();
  }

  /** Where what the plan does not pay goes: a line for each part of it. */
  private static String adjustments(LineDecision line) {
    StringBuilder words = new StringBuilder();
    for (Adjustment adjustment : line.adjustments()) {
      words.append(
          "     %-10s %s%s%n"
              .formatted(code(adjustment), adjustment.amount(), about(adjustment.carc())));
    }
    return words.toString();
  }

  private static String code(Adjustment adjustment) {
    return "%s-%s%s"
        .formatted(
            adjustment.group(),
            adjustment.carc(),
            adjustment.rarc().isEmpty() ? "" : "/" + adjustment.rarc());
  }

  /** What a code of the shares means; a denial's code is explained by its sentence. */
  private static String about(String carc) {
    return switch (carc) {
      case "1" -> ", the deductible";
      case "2" -> ", the patient's share of the rest";
      case "3" -> ", the copay";
      case "22" -> ", asked of the other insurer";
      case "45" -> ", above the agreed price: written off, nobody owes it";
      default -> "";
    };
  }
}
