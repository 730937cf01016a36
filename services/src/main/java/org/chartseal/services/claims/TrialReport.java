package org.chartseal.services.claims;

import java.util.List;
import java.util.Map;
import org.chartseal.services.claims.TriedLine.Effect;
import org.chartseal.services.seal.Fault;
import org.chartseal.services.seal.Hash32;

/**
 * What a trial came to: {@code claims = tried + notTried + notReached}, and the lines of those that
 * were tried are those of {@code lines}, taken together.
 *
 * @param pack that was tried
 * @param lines how many lines would change in which way, for every way
 * @param changed the lines that would change, in the order of the claims
 * @param notTried claims that this pack cannot be tried on
 * @param notReached claims that were left when it was stopped
 */
public record TrialReport(
    PackId pack,
    int claims,
    int tried,
    Map<Effect, Integer> lines,
    Sums sums,
    List<TriedLine> changed,
    List<NotTried> notTried,
    int notReached) {

  /** What all lines that were tried came to, and would come to. */
  public record Sums(Money payerBefore, Money payerAfter, Money patientBefore, Money patientAfter) {

    Sums plus(LineAmounts before, LineAmounts after) {
      return new Sums(
          payerBefore.plus(before.payer()),
          payerAfter.plus(after.payer()),
          patientBefore.plus(before.patient()),
          patientAfter.plus(after.patient()));
    }
  }

  /** A claim that could not be tried, and why. */
  public record NotTried(Hash32 claim, Fault fault) {}

  public TrialReport {
    lines = Map.copyOf(lines);
    changed = List.copyOf(changed);
    notTried = List.copyOf(notTried);
  }

  /** How many lines were tried. */
  public int linesTried() {
    return lines.values().stream().mapToInt(Integer::intValue).sum();
  }

  /** How many lines would change so. */
  public int count(Effect effect) {
    return lines.getOrDefault(effect, 0);
  }
}
