package org.chartseal.views.ask;

import java.util.SortedSet;
import java.util.TreeSet;

/** Of which years a record is asked for. */
enum Years {
  ALL(0),
  LAST_10(10),
  LAST_5(5),
  LAST_2(2);

  private final int count;

  Years(int count) {
    this.count = count;
  }

  /** The years, up to this one; empty for all. */
  SortedSet<Integer> until(int year) {
    SortedSet<Integer> years = new TreeSet<>();
    for (int i = 0; i < count; i++) {
      years.add(year - i);
    }
    return years;
  }
}
