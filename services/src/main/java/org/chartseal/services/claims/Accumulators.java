package org.chartseal.services.claims;

import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a member has already paid towards deductible and out-of-pocket limit, for each plan year. A
 * plan year is the calendar year of the service.
 */
public record Accumulators(Currency currency, SortedMap<Integer, Totals> years) {

  /** The totals of one plan year. */
  public record Totals(Money deductibleMet, Money outOfPocketMet) {

    private static final long MAX_CENTS = 500_000_000_000_000L;

    /**
     * @throws IllegalArgumentException if one is negative or beyond reason
     */
    public Totals {
      for (Money money : List.of(deductibleMet, outOfPocketMet)) {
        if (money.cents() < 0 || money.cents() > MAX_CENTS) {
          throw new IllegalArgumentException("totals are from 0 to 5·10^14 cents");
        }
      }
    }

    /** These and more. */
    public Totals plus(Money deductible, Money outOfPocket) {
      return new Totals(deductibleMet.plus(deductible), outOfPocketMet.plus(outOfPocket));
    }
  }

  public Accumulators {
    years = Collections.unmodifiableSortedMap(new TreeMap<>(years));
  }

  /** A member who has paid nothing yet. */
  public static Accumulators none(Currency currency) {
    return new Accumulators(currency, new TreeMap<>());
  }

  /** The totals of a year, nothing where none are known. */
  public Totals year(int year) {
    Totals totals = years.get(year);
    return totals != null ? totals : new Totals(Money.zero(currency), Money.zero(currency));
  }

  /** With other totals for a year. */
  public Accumulators with(int year, Totals totals) {
    TreeMap<Integer, Totals> changed = new TreeMap<>(years);
    changed.put(year, totals);
    return new Accumulators(currency, changed);
  }
}
