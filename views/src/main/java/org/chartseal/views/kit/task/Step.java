package org.chartseal.views.kit.task;

import java.time.Duration;
import java.util.Optional;

/**
 * How far a job is.
 *
 * @param done steps done
 * @param total steps in all, 0 if nobody knows
 * @param what the present step, as the job names it
 * @param elapsed since it began
 */
public record Step(long done, long total, String what, Duration elapsed) {

  static final Step BEGIN = new Step(0, 0, "", Duration.ZERO);

  /** From 0 to 1; negative if nobody knows. */
  public double fraction() {
    return total <= 0 ? -1 : Math.min(1, (double) done / total);
  }

  /** How long it will take at the pace so far; nothing before there is a pace. */
  public Optional<Duration> left() {
    if (total <= 0 || done <= 0 || done > total) {
      return Optional.empty();
    }
    return Optional.of(elapsed.multipliedBy(total - done).dividedBy(done));
  }
}
