package org.chartseal.services.claims;

/**
 * How a line's billed amount is shared out, to the cent: {@code billed = payer + secondary +
 * patient() + writeOff + pending}.
 *
 * @param allowed what the plan recognises
 * @param payer what this payer pays
 * @param secondary what the patient's other payer is asked for
 * @param copay the patient's fixed share
 * @param deductible the patient's share until the yearly deductible is met
 * @param coinsurance the patient's proportional share
 * @param nonCovered what the patient owes for a service that is not covered
 * @param writeOff what the hospital may ask of nobody
 * @param pending what a person has yet to decide
 */
public record LineAmounts(
    Money billed,
    Money allowed,
    Money payer,
    Money secondary,
    Money copay,
    Money deductible,
    Money coinsurance,
    Money nonCovered,
    Money writeOff,
    Money pending) {

  /** What the patient owes. */
  public Money patient() {
    return copay.plus(deductible).plus(coinsurance).plus(nonCovered);
  }

  /** What counts towards the yearly out-of-pocket limit. */
  public Money outOfPocket() {
    return copay.plus(deductible).plus(coinsurance);
  }

  /** Part by part, the sums. */
  public LineAmounts plus(LineAmounts other) {
    return new LineAmounts(
        billed.plus(other.billed),
        allowed.plus(other.allowed),
        payer.plus(other.payer),
        secondary.plus(other.secondary),
        copay.plus(other.copay),
        deductible.plus(other.deductible),
        coinsurance.plus(other.coinsurance),
        nonCovered.plus(other.nonCovered),
        writeOff.plus(other.writeOff),
        pending.plus(other.pending));
  }
}
