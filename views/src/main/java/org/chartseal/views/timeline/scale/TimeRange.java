package org.chartseal.views.timeline.scale;

/**
 * A piece of time.
 *
 * @param from its first millisecond since 1970
 * @param to after its last; greater than from
 */
public record TimeRange(double from, double to) {

  /** A range that has a length. */
  public TimeRange {
    if (!(from < to)) {
      throw new IllegalArgumentException("a range from " + from + " to " + to);
    }
  }

  /** In milliseconds. */
  public double length() {
    return to - from;
  }

  /** The moment in the middle. */
  public double middle() {
    return from + length() / 2;
  }

  /** Whether a moment lies in it. */
  public boolean contains(double millis) {
    return from <= millis && millis < to;
  }

  /** The smallest range that holds both. */
  public TimeRange with(TimeRange other) {
    return new TimeRange(Math.min(from, other.from), Math.max(to, other.to));
  }

  /** Longer by a part of its length at each end. */
  public TimeRange padded(double part) {
    return new TimeRange(from - length() * part, to + length() * part);
  }
}
