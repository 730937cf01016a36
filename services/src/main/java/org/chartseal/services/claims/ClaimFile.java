package org.chartseal.services.claims;

import java.time.LocalDate;
import java.util.Currency;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.chartseal.services.seal.Hash32;
import org.chartseal.services.seal.OrganisationId;
import org.chartseal.services.seal.PartyId;

/**
 * A claim from a hospital to an insurer: what was done for whom, at which price, with what shows
 * it. Never the chart.
 *
 * @param claim random; it stands on the chain and must say nothing
 * @param member the insurer's id of the insured
 * @param created the day on which the claim was made
 * @param lines in the order of their numbers, in one currency
 */
public record ClaimFile(
    Hash32 claim,
    OrganisationId hospital,
    OrganisationId insurer,
    PartyId patient,
    String member,
    LocalDate created,
    List<ServiceLine> lines) {

  /** The most lines of a claim: as many as are settled at once. */
  public static final int MAX_LINES = 256;

  /**
   * @throws IllegalArgumentException unless there are 1 to 256 lines, numbered upwards, in one
   *     currency
   */
  public ClaimFile {
    lines = List.copyOf(lines);
    if (lines.isEmpty() || lines.size() > MAX_LINES) {
      throw new IllegalArgumentException("a claim has 1 to " + MAX_LINES + " lines");
    }
    int last = 0;
    Set<Currency> currencies = new HashSet<>();
    for (ServiceLine line : lines) {
      if (line.sequence() <= last) {
        throw new IllegalArgumentException("the lines of a claim are numbered upwards");
      }
      last = line.sequence();
      currencies.add(line.billed().currency());
    }
    if (currencies.size() != 1) {
      throw new IllegalArgumentException("a claim is in one currency");
    }
  }

  public Currency currency() {
    return lines.getFirst().billed().currency();
  }

  /** The sum of what is billed. */
  public Money total() {
    return lines.stream().map(ServiceLine::billed).reduce(Money.zero(currency()), Money::plus);
  }
}
