package org.chartseal.services.claims.internal;

import java.util.ArrayList;
import java.util.List;
import org.chartseal.services.claims.Adjustment;
import org.chartseal.services.claims.AdjustmentReason;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.Money;
import org.chartseal.services.claims.Plan;
import org.chartseal.services.claims.RulePack;
import org.chartseal.services.claims.SharePart;
import org.chartseal.services.claims.TableRow;

/**
 * The arithmetic of cost sharing. Which of its steps apply is said by the row of {@code
 * sharing.csv}.
 */
public final class CostShare {

  private CostShare() {}

  /**
   * Shares out a payable line: copay, then deductible, then coinsurance, each of what the one
   * before left.
   *
   * @param price what the plan recognises at most
   * @param deductibleLeft of the plan year
   */
  public static LineAmounts of(
      Money billed, Money price, Plan plan, Money deductibleLeft, TableRow steps) {
    Money none = Money.zero(billed.currency());
    Money allowed = billed.min(price);
    Money copay = steps.output("copay").equals("yes") ? plan.copay().min(allowed) : none;
    Money afterCopay = allowed.minus(copay);
    Money deductible =
        steps.output("deductible").equals("yes") ? deductibleLeft.min(afterCopay) : none;
    Money rest = afterCopay.minus(deductible);
    Money payer = steps.output("rest").equals("payer") ? rest : rest.times(plan.payerRate());
    Money remainder = rest.minus(payer);
    boolean secondary = steps.output("remainder").equals("secondary");
    return new LineAmounts(
        billed,
        allowed,
        payer,
        secondary ? remainder : none,
        copay,
        deductible,
        secondary ? none : remainder,
        none,
        billed.minus(allowed),
        none);
  }

  /**
   * A line that is not paid; the patient owes it when the group of the reason is PR (X12 code
   * source 974), else nobody does.
   */
  public static LineAmounts denied(Money billed, String group) {
    Money none = Money.zero(billed.currency());
    boolean patient = group.equals("PR");
    return new LineAmounts(
        billed,
        none,
        none,
        none,
        none,
        none,
        none,
        patient ? billed : none,
        patient ? none : billed,
        none);
  }

  /** A line that waits for a person. */
  public static LineAmounts pending(Money billed) {
    Money none = Money.zero(billed.currency());
    return new LineAmounts(billed, none, none, none, none, none, none, none, none, billed);
  }

  /** The codes for the parts of an approved line. */
  public static List<Adjustment> adjustments(LineAmounts amounts, RulePack pack) {
    List<Adjustment> adjustments = new ArrayList<>();
    add(adjustments, pack.reason(SharePart.CONTRACTUAL), amounts.writeOff());
    add(adjustments, pack.reason(SharePart.COPAY), amounts.copay());
    add(adjustments, pack.reason(SharePart.DEDUCTIBLE), amounts.deductible());
    add(adjustments, pack.reason(SharePart.COINSURANCE), amounts.coinsurance());
    add(adjustments, pack.reason(SharePart.SECONDARY), amounts.secondary());
    return adjustments;
  }

  private static void add(List<Adjustment> adjustments, AdjustmentReason reason, Money amount) {
    if (!amount.isZero()) {
      adjustments.add(new Adjustment(reason.group(), reason.carc(), reason.rarc(), amount));
    }
  }
}
