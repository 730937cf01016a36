package org.chartseal.services.record;

/**
 * The outcome of one check.
 *
 * @param check which
 * @param status how it went
 * @param reason a sentence for people: what was seen, or why it could not be seen
 */
public record CheckResult(Check check, Status status, String reason) {

  /** How a check went. */
  public enum Status {
    /** The evidence is there and good. */
    PASSED,
    /** The evidence contradicts the entry. */
    FAILED,
    /** The evidence could not be had; never shown as good. */
    UNKNOWN
  }

  /** A check that went well. */
  public static CheckResult passed(Check check, String reason) {
    return new CheckResult(check, Status.PASSED, reason);
  }

  /** A check that the entry did not pass. */
  public static CheckResult failed(Check check, String reason) {
    return new CheckResult(check, Status.FAILED, reason);
  }

  /** A check for which evidence is missing. */
  public static CheckResult unknown(Check check, String reason) {
    return new CheckResult(check, Status.UNKNOWN, reason);
  }
}
