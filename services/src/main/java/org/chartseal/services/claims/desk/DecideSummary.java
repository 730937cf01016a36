package org.chartseal.services.claims.desk;

import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.claims.LineDecision;
import org.chartseal.services.claims.Outcome;

/**
 * What a run of decisions comes to: {@code claims = decided + refused + notReached}, {@code lines =
 * approved + denied + person}, and the amounts add up as {@link LineAmounts} says.
 *
 * @param person lines that wait for a person
 * @param amounts over all lines that were decided, by currency
 */
public record DecideSummary(
    int claims,
    int decided,
    int refused,
    int notReached,
    int lines,
    int approved,
    int denied,
    int person,
    Map<Currency, LineAmounts> amounts) {

  static DecideSummary of(List<DecideResult> results) {
    List<LineDecision> lines =
        results.stream()
            .filter(DecideResult.Decided.class::isInstance)
            .map(DecideResult.Decided.class::cast)
            .flatMap(result -> result.decision().result().lines().stream())
            .toList();
    return new DecideSummary(
        results.size(),
        count(results, DecideResult.Decided.class),
        count(results, DecideResult.Refused.class),
        count(results, DecideResult.NotReached.class),
        lines.size(),
        count(lines, Outcome.APPROVED),
        count(lines, Outcome.DENIED),
        count(lines, Outcome.NEEDS_PERSON),
        lines.stream()
            .map(LineDecision::amounts)
            .collect(
                Collectors.toUnmodifiableMap(
                    amounts -> amounts.billed().currency(),
                    Function.identity(),
                    LineAmounts::plus)));
  }

  private static int count(List<DecideResult> results, Class<? extends DecideResult> kind) {
    return (int) results.stream().filter(kind::isInstance).count();
  }

  private static int count(List<LineDecision> lines, Outcome outcome) {
    return (int) lines.stream().filter(line -> line.outcome() == outcome).count();
  }
}
