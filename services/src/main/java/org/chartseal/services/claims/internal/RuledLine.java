package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.chartseal.services.claims.Accumulators;
import org.chartseal.services.claims.Adjudication;
import org.chartseal.services.claims.AdjudicationInput;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.Decision;
import org.chartseal.services.claims.EvidenceKind;
import org.chartseal.services.claims.Finding;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.LineEvidence;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Outcome;
import org.chartseal.services.claims.Plan;
import org.chartseal.services.claims.PlanCeiling;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.RuleReference;
import org.chartseal.services.claims.RulesOutcome;
import org.chartseal.services.claims.Ruling;
import org.chartseal.services.claims.ServiceLine;
import org.chartseal.services.claims.ServiceTerms;
import org.chartseal.services.claims.TableRow;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.RefusedException;

/**
 * What a decision comes to with a person's ruling. A person decides what the rules leave open, and
 * may decide otherwise than they did; neither evidence that fails nor the plan is a person's to
 * overrule.
 */
public final class RuledLine {

  private static final Fault NO_LINE =
      new Fault(
          "CS-RULING-02", "The claim has no line of this number. List the claim to see its lines.");
  private static final Fault BAD_EVIDENCE =
      new Fault(
          "CS-RULING-03",
          "The evidence of this line fails, and was refused for it; nobody can approve that. Ask the hospital for a new claim.");
  private static final Fault NOT_COVERED =
      new Fault(
          "CS-RULING-04",
          "No known plan of this member covers the day of the service. Put the coverage right and have the claim sent again, or deny the line.");
  private static final Fault TWICE =
      new Fault(
          "CS-RULING-05",
          "The service is billed twice, and can be paid once. Deny this line, or have the other payment given back first.");
  private static final Fault NOT_SHARED =
      new Fault(
          "CS-RULING-06",
          "The rule pack does not say how this service is shared with the patient, or is in another currency. Deny the line, or ask for a newer rule pack.");

  private final Decision decision;
  private final RulePack pack;
  private final Ruling ruling;

  public RuledLine(Decision decision, RulePack pack, Ruling ruling) {
    this.decision = decision;
    this.pack = pack;
    this.ruling = ruling;
  }

  /**
   * The decision's result with the ruling.
   *
   * @throws RefusedException CS-RULING-02 to 07 if it may not be made
   */
  public Adjudication apply() throws RefusedException {
    Adjudication found = decision.result();
    int index = index();
    List<LineDecision> lines = new ArrayList<>(found.lines());
    ServiceLine line = decision.inputs().claim().file().lines().get(index);
    LineDecision ruled =
        switch (ruling.verdict()) {
          case Ruling.Verdict.Approve(Money allowed) ->
              approve(line, lines.get(index), allowed, anotherApproved(index));
          case Ruling.Verdict.Deny(AdjustmentReason code) -> deny(line, lines.get(index), code);
        };
    lines.set(index, ruled);
    Accumulators.Totals totals =
        ruling.before().plus(ruled.amounts().deductible(), ruled.amounts().outOfPocket());
    return new Adjudication(found.pack(), lines, found.after().with(line.day().getYear(), totals));
  }

  private int index() throws RefusedException {
    List<LineDecision> lines = decision.result().lines();
    for (int i = 0; i < lines.size(); i++) {
      if (lines.get(i).sequence() == ruling.line()) {
        return i;
      }
    }
    throw new RefusedException(NO_LINE);
  }

  private boolean anotherApproved(int index) {
    List<LineDecision> lines = decision.result().lines();
    for (int i = 0; i < lines.size(); i++) {
      if (i != index && lines.get(i).outcome() == Outcome.APPROVED) {
        return true;
      }
    }
    return false;
  }

  private LineDecision approve(
      ServiceLine line, LineDecision found, Money allowed, boolean anotherApproved)
      throws RefusedException {
    if (!line.billed().currency().equals(pack.currency())) {
      throw new RefusedException(NOT_SHARED);
    }
    RulesOutcome rules = rules(found);
    if (rules.outcome() == Outcome.DENIED && fails(found.evidence())) {
      throw new RefusedException(BAD_EVIDENCE);
    }
    ServiceTerms terms = pack.terms(line.category(), line.code(), line.day());
    requireCovered(line, found.evidence(), terms);
    requireWithin(PlanCeiling.of(pack, line), allowed);
    Plan plan =
        decision.inputs().coverage().flatMap(coverage -> pack.plan(coverage.plan())).orElseThrow();
    TableRow sharing =
        pack.sharingRule(
                SharingFacts.of(
                    plan,
                    decision.inputs().coverage().orElseThrow(),
                    line.category(),
                    terms,
                    !anotherApproved,
                    ruling.before().outOfPocketMet().compareTo(plan.outOfPocketLimit()) >= 0))
            .orElseThrow(() -> new RefusedException(NOT_SHARED));
    Money left = plan.deductible().minus(ruling.before().deductibleMet()).atLeastZero();
    LineAmounts amounts = CostShare.of(line.billed(), allowed, plan, left, sharing);
    return new LineDecision(
        line.sequence(),
        Outcome.APPROVED,
        amounts,
        CostShare.adjustments(amounts, pack),
        found.rule(),
        Optional.of(
            new RuleReference(
                pack.id(), sharing.table(), sharing.rule(), sharing.output("citation"))),
        ruling.person()
            + " approved it for the insurer: "
            + ruling.reason()
            + " "
            + pack.text(sharing.output("explain"), Locale.ENGLISH),
        Optional.empty(),
        found.evidence(),
        Optional.of(rules));
  }

  private LineDecision deny(ServiceLine line, LineDecision found, AdjustmentReason code) {
    return new LineDecision(
        line.sequence(),
        Outcome.DENIED,
        CostShare.denied(line.billed(), code.group()),
        List.of(new Adjustment(code.group(), code.carc(), code.rarc(), line.billed())),
        found.rule(),
        Optional.empty(),
        ruling.person() + " denied it for the insurer: " + ruling.reason(),
        Optional.of(
            "Send the insurer what speaks against this reason, and ask for another ruling."),
        found.evidence(),
        Optional.of(rules(found)));
  }

  /** What the rules said first, however many rulings followed. */
  private static RulesOutcome rules(LineDecision found) {
    return found.byRules().orElse(new RulesOutcome(found.outcome(), found.explanation()));
  }

  private static boolean fails(LineEvidence evidence) {
    for (EvidenceKind kind : EvidenceKind.values()) {
      if (evidence.finding(kind).state() == Finding.State.FAILS) {
        return true;
      }
    }
    return false;
  }

  private void requireCovered(ServiceLine line, LineEvidence evidence, ServiceTerms terms)
      throws RefusedException {
    AdjudicationInput input = AdjudicationInput.of(decision.inputs(), List.of(evidence));
    Map<String, String> facts = LineFacts.of(input, pack, line, evidence, terms);
    if (!LineFacts.isCovered(facts)) {
      throw new RefusedException(NOT_COVERED);
    }
    if (LineFacts.isDuplicate(facts)) {
      throw new RefusedException(TWICE);
    }
  }

  private static void requireWithin(PlanCeiling ceiling, Money allowed) throws RefusedException {
    boolean within =
        allowed.currency().equals(ceiling.most().currency())
            && allowed.cents() > 0
            && allowed.compareTo(ceiling.most()) <= 0;
    if (!within) {
      throw new RefusedException(
          new Fault(
              "CS-RULING-07",
              "The plan recognises more than nothing and at most "
                  + ceiling.most()
                  + " for this line. Approve an amount up to that.",
              List.of(ceiling.most().toString())));
    }
  }
}
