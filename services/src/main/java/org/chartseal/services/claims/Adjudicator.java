package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.internal.CostShare;
import org.chartseal.services.claims.internal.LineFacts;
import org.chartseal.services.claims.internal.LoadedRulePack;
import org.chartseal.services.claims.internal.SharingFacts;

/**
 * Decides claims by a rule pack. The same input and pack always give the same decision.
 *
 * <p>What is paid, refused or left to a person is said by the pack's tables; here are only facts
 * and arithmetic. What no row of a table fits is left to a person: refusal is never the fallback,
 * nor is approval.
 */
public final class Adjudicator {

  private final RulePack pack;

  public Adjudicator(RulePack pack) {
    this.pack = pack;
  }

  /** Decides each line, in the order of their numbers. */
  public Adjudication adjudicate(AdjudicationInput input) {
    return new Run(input).decide();
  }

  /** One claim on its way through the tables. */
  private final class Run {
    private final AdjudicationInput input;
    private Accumulators after;
    private boolean anyApproved;

    Run(AdjudicationInput input) {
      this.input = input;
      this.after = input.before();
    }

    Adjudication decide() {
      List<LineDecision> lines = new ArrayList<>();
      for (ServiceLine line : input.claim().lines()) {
        lines.add(decide(line));
      }
      return new Adjudication(pack.id(), lines, after);
    }

    private LineDecision decide(ServiceLine line) {
      LineEvidence evidence = input.evidence(line);
      if (!line.billed().currency().equals(pack.currency())
          || !input.before().currency().equals(pack.currency())) {
        return person(line, evidence, LineFacts.TABLE);
      }
      ServiceTerms terms = pack.terms(line.category(), line.code(), line.day());
      Map<String, String> facts = LineFacts.of(input, pack, line, evidence, terms);
      Optional<TableRow> row = pack.lineRule(facts);
      if (row.isEmpty()) {
        return person(line, evidence, LineFacts.TABLE);
      }
      return switch (row.get().output("outcome")) {
        case "approved" -> approve(line, evidence, terms, row.get());
        case "denied" -> deny(line, evidence, row.get());
        default -> person(line, evidence, row.get());
      };
    }

    private LineDecision approve(
        ServiceLine line, LineEvidence evidence, ServiceTerms terms, TableRow row) {
      Optional<Coverage> coverage = input.coverage();
      Optional<Plan> plan = coverage.flatMap(c -> pack.plan(c.plan()));
      if (plan.isEmpty() || terms.price().isEmpty()) {
        return person(line, evidence, row.table());
      }
      Map<String, String> facts =
          SharingFacts.of(
              plan.get(),
              coverage.orElseThrow(),
              line.category(),
              terms,
              !anyApproved,
              isLimitMet(plan.get(), line.day()));
      Optional<TableRow> sharing = pack.sharingRule(facts);
      if (sharing.isEmpty()) {
        return person(line, evidence, SharingFacts.TABLE);
      }
      LineAmounts amounts = share(line, plan.get(), terms.price().get(), sharing.get());
      return new LineDecision(
          line.sequence(),
          Outcome.APPROVED,
          amounts,
          CostShare.adjustments(amounts, pack),
          reference(row),
          Optional.of(reference(sharing.get())),
          text(row.output("explain")) + " " + text(sharing.get().output("explain")),
          Optional.empty(),
          evidence,
          Optional.empty());
    }

    private LineAmounts share(ServiceLine line, Plan plan, Money price, TableRow sharing) {
      int year = line.day().getYear();
      Accumulators.Totals totals = after.year(year);
      Money left = plan.deductible().minus(totals.deductibleMet()).atLeastZero();
      LineAmounts amounts = CostShare.of(line.billed(), price, plan, left, sharing);
      after = after.with(year, totals.plus(amounts.deductible(), amounts.outOfPocket()));
      anyApproved = true;
      return amounts;
    }

    /**
     * The limit is looked at as the claim found it: it applies from the claim after the one that
     * reaches it.
     */
    private boolean isLimitMet(Plan plan, LocalDate day) {
      return input.before().year(day.getYear()).outOfPocketMet().compareTo(plan.outOfPocketLimit())
          >= 0;
    }

    private LineDecision deny(ServiceLine line, LineEvidence evidence, TableRow row) {
      String group = row.output("group");
      Adjustment adjustment =
          new Adjustment(group, row.output("carc"), row.output("rarc"), line.billed());
      return new LineDecision(
          line.sequence(),
          Outcome.DENIED,
          CostShare.denied(line.billed(), group),
          List.of(adjustment),
          reference(row),
          Optional.empty(),
          text(row.output("explain")),
          Optional.of(text(row.output("change"))),
          evidence,
          Optional.empty());
    }

    private LineDecision person(ServiceLine line, LineEvidence evidence, TableRow row) {
      return person(line, evidence, reference(row), text(row.output("explain")));
    }

    private LineDecision person(ServiceLine line, LineEvidence evidence, String table) {
      return person(
          line,
          evidence,
          new RuleReference(pack.id(), table, "", ""),
          text(LoadedRulePack.NO_RULE));
    }

    private LineDecision person(
        ServiceLine line, LineEvidence evidence, RuleReference rule, String explanation) {
      return new LineDecision(
          line.sequence(),
          Outcome.NEEDS_PERSON,
          CostShare.pending(line.billed()),
          List.of(),
          rule,
          Optional.empty(),
          explanation,
          Optional.empty(),
          evidence,
          Optional.empty());
    }
  }

  private RuleReference reference(TableRow row) {
    return new RuleReference(pack.id(), row.table(), row.rule(), row.output("citation"));
  }

  private String text(String key) {
    return pack.text(key, Locale.ENGLISH);
  }
}
