package org.chartseal.views.myrecord;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.chartseal.services.claims.LineAmounts;
import org.chartseal.services.seal.Hash32;

/** What the services of a year cost, in one currency. */
record YearCosts(int year, LineAmounts total) {

  private record Key(int year, String currency) {}

  /** The years, the newest first. Of several decisions about a bill the last one counts. */
  static List<YearCosts> of(List<MyCosts> all) {
    Map<Hash32, MyCosts> last = new HashMap<>();
    for (MyCosts costs : all) {
      last.merge(
          costs.claim(),
          costs,
          (known, other) -> other.rulings().size() > known.rulings().size() ? other : known);
    }
    Map<Key, LineAmounts> years =
        new TreeMap<>(Comparator.comparingInt(Key::year).reversed().thenComparing(Key::currency));
    for (MyCosts costs : last.values()) {
      for (MyCosts.Line line : costs.lines()) {
        years.merge(
            new Key(line.day().getYear(), line.amounts().billed().currency().getCurrencyCode()),
            line.amounts(),
            LineAmounts::plus);
      }
    }
    return years.entrySet().stream()
        .map(year -> new YearCosts(year.getKey().year(), year.getValue()))
        .toList();
  }
}
