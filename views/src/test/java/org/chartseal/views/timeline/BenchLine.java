package org.chartseal.views.timeline;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param ratio of the value to what it is held against, which was measured in the same run
 * @param against what that is, in words
 */
record BenchLine(String id, double value, String unit, double ratio, String against) {

  @Override
  public String toString() {
    return String.format(
        Locale.ROOT,
        "BENCH id=%s value=%.3f unit=%s ratio=%.3f against=%s",
        id,
        value,
        unit,
        ratio,
        against.replace(' ', '_'));
  }
}
