package org.chartseal.services.claims.desk;

import java.util.List;
import java.util.stream.IntStream;
import org.chartseal.services.outbox.Owner;
import org.chartseal.services.seal.Hash32;

/** The labels under which the outbox holds what belongs to a claim. A claim's id says nothing. */
public final class ClaimLabels {

  static final String CLAIM = "claim-";
  static final String DECISION = "decision-";
  private static final String SETTLEMENT = "settle-";
  private static final int LENGTH = 32;

  private ClaimLabels() {}

  /** The claim's entry. */
  public static Owner claim(Hash32 claim) {
    return label(CLAIM, claim);
  }

  /** The entries of its decision: the hospital's and the patient's. */
  public static Owner decision(Hash32 claim) {
    return label(DECISION, claim);
  }

  /** The entries of its decision once persons have ruled so many times. */
  static Owner decision(Hash32 claim, int rulings) {
    return label(DECISION, claim, rulings);
  }

  /** Whether a label is of the entries of its decision, after any number of rulings. */
  static boolean isDecision(Owner owner, Hash32 claim) {
    String first = decision(claim).label();
    return owner.label().equals(first) || owner.label().startsWith(first + "-");
  }

  /** Whether a label is of something that an insurer has decided or paid. */
  static boolean isInsurers(Owner owner) {
    return owner.label().startsWith(DECISION) || owner.label().startsWith(SETTLEMENT);
  }

  /** Its payment by the decision of the rules. */
  public static Owner settlement(Hash32 claim) {
    return label(SETTLEMENT, claim);
  }

  /** Its payment by the decision after so many rulings: of what an earlier one has not paid. */
  static Owner settlement(Hash32 claim, int rulings) {
    return label(SETTLEMENT, claim, rulings);
  }

  /** Its payments by the decision of the rules and after up to so many rulings. */
  static List<Owner> settlements(Hash32 claim, int rulings) {
    return IntStream.rangeClosed(0, rulings).mapToObj(number -> settlement(claim, number)).toList();
  }

  private static Owner label(String kind, Hash32 claim, int rulings) {
    Owner first = label(kind, claim);
    return rulings == 0 ? first : new Owner(first.label() + "-" + rulings);
  }

  private static Owner label(String kind, Hash32 claim) {
    return new Owner(kind + claim.hex().substring(0, LENGTH));
  }
}
