package org.chartseal.views.timeline.model;

/**
 * The number in a result.
 *
 * @param series what belongs on one line: the same test in the same unit
 * @param name of that line, to be shown
 * @param unit as it is read, or empty
 * @param low the reference range's lower end, or NaN
 * @param high its upper end, or NaN
 */
public record Measure(
    String series, String name, double value, String unit, double low, double high) {

  /** Whether the value lies outside what it is held against. */
  public boolean outside() {
    return value < low || value > high;
  }
}
