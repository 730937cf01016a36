package org.chartseal.services.record;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/**
 * What verifying an entry came to. It is never better than its worst check.
 *
 * @param checks one result for each {@link Check}, in its order
 */
public record Verdict(List<CheckResult> checks) {

  /** The verdict in one word. */
  public enum Grade {
    /** Every check passed. */
    PROVEN,
    /** Nothing contradicts the entry, and something could not be verified. */
    UNKNOWN,
    /** Its author's side took it back; nothing else contradicts it. */
    RETRACTED,
    /**
     * Anchored or retracted by a key that was not to be trusted any more, late, or out of order.
     */
    DOUBTFUL,
    /** Not what its author signed. */
    FAILED
  }

  private static final Set<Check> DOUBT = EnumSet.of(Check.LICENCE, Check.CERTIFICATE, Check.ORDER);

  /**
   * @throws IllegalArgumentException if a check is missing or given twice
   */
  public Verdict {
    checks = List.copyOf(checks);
    List<Check> named = new ArrayList<>();
    checks.forEach(result -> named.add(result.check()));
    if (!named.equals(List.of(Check.values()))) {
      throw new IllegalArgumentException("a verdict names every check once, in order: " + named);
    }
  }

  /** The worst that the checks allow to say. */
  public Grade grade() {
    Set<Check> failed = with(CheckResult.Status.FAILED);
    if (!failed.isEmpty()) {
      if (failed.equals(EnumSet.of(Check.NOT_RETRACTED))) {
        return Grade.RETRACTED;
      }
      failed.remove(Check.NOT_RETRACTED);
      return DOUBT.containsAll(failed) ? Grade.DOUBTFUL : Grade.FAILED;
    }
    return with(CheckResult.Status.UNKNOWN).isEmpty() ? Grade.PROVEN : Grade.UNKNOWN;
  }

  /** Whether all else holds but that it may have been retracted: it was written as it stands. */
  public boolean isGenuine() {
    return checks.stream()
        .allMatch(result ->
            result.status() == CheckResult.Status.PASSED || result.check() == Check.NOT_RETRACTED);
  }

  /** The result of one check. */
  public CheckResult of(Check check) {
    return checks.stream().filter(result -> result.check() == check).findFirst().orElseThrow();
  }

  private Set<Check> with(CheckResult.Status status) {
    Set<Check> found = EnumSet.noneOf(Check.class);
    for (CheckResult result : checks) {
      if (result.status() == status) {
        found.add(result.check());
      }
    }
    return found;
  }
}
