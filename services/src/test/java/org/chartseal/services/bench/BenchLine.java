package org.chartseal.services.bench;

import java.util.Locale;

/**
 * One measured figure.
 *
 * @param ratio of the value to what it is held against, which was measured in the same run or is a
 *     fixed limit
 * @param against what that is, in words
 */
record BenchLine(String id, double value, String unit, double ratio, String against) {

  /** A figure that is held against one of the same unit. */
  static BenchLine of(String id, double value, String unit, double reference, String against) {
    return new BenchLine(id, value, unit, value / reference, against);
  }

  @Override
  public String toString() {
    return "BENCH id=%s value=%s unit=%s ratio=%s against=%s"
        .formatted(id, number(value), unit, number(ratio), against.replace(' ', '_'));
  }

  private static String number(double number) {
    if (number == Math.rint(number) && Math.abs(number) < 1e12) {
      return Long.toString((long) number);
    }
    return String.format(Locale.ROOT, Math.abs(number) < 10 ? "%.3f" : "%.1f", number);
  }
}
