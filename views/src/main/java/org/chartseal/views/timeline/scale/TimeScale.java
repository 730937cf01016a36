package org.chartseal.views.timeline.scale;

/**
 * Which time is seen on how many pixels. A change gives a new scale that stays within its bounds.
 *
 * @param bounds all that can be seen
 * @param seen the part that is seen, within the bounds
 * @param width in pixels, at least 1
 */
public record TimeScale(TimeRange bounds, TimeRange seen, double width) {

  /** The closest look: one hour on the whole width. */
  public static final double SHORTEST = 3_600_000;

  /** Moves what is to be seen into the bounds, and shortens it to them. */
  public TimeScale {
    width = Math.max(1, width);
    double length = Math.clamp(seen.length(), Math.min(SHORTEST, bounds.length()), bounds.length());
    double from = length == seen.length() ? seen.from() : seen.middle() - length / 2;
    from = Math.clamp(from, bounds.from(), Math.max(bounds.from(), bounds.to() - length));
    seen = new TimeRange(from, from + length);
  }

  /** All of the bounds. */
  public static TimeScale whole(TimeRange bounds, double width) {
    return new TimeScale(bounds, bounds, width);
  }

  /** How much time one pixel is. */
  public double millisPerPixel() {
    return seen.length() / width;
  }

  /** Where a moment is. */
  public double x(double millis) {
    return (millis - seen.from()) / millisPerPixel();
  }

  /** Which moment is at a place. */
  public double millis(double x) {
    return seen.from() + x * millisPerPixel();
  }

  /** Whether nothing is out of sight. */
  public boolean isWhole() {
    return seen.length() >= bounds.length() * (1 - 1e-9);
  }

  /** Looking at another part. */
  public TimeScale see(TimeRange range) {
    return new TimeScale(bounds, range, width);
  }

  /** Moved so that what was at x is at x - pixels. */
  public TimeScale panned(double pixels) {
    double by = pixels * millisPerPixel();
    return see(new TimeRange(seen.from() + by, seen.to() + by));
  }

  /**
   * Closer or further, with the moment under x staying there unless the bounds forbid it.
   *
   * @param factor how much longer each moment becomes
   */
  public TimeScale zoomed(double factor, double x) {
    double length =
        Math.clamp(seen.length() / factor, Math.min(SHORTEST, bounds.length()), bounds.length());
    double from = millis(x) - x / width * length;
    return see(new TimeRange(from, from + length));
  }

  /** On another width, with the same time seen. */
  public TimeScale onWidth(double pixels) {
    return new TimeScale(bounds, seen, pixels);
  }

  /** Within other bounds: all of them if all was seen before, else the same part. */
  public TimeScale within(TimeRange other) {
    return isWhole() ? whole(other, width) : new TimeScale(other, seen, width);
  }
}
