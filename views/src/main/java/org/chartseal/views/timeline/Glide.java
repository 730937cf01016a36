package org.chartseal.views.timeline;

import javafx.animation.Interpolator;
import javafx.animation.Transition;
import javafx.util.Duration;
import org.chartseal.views.timeline.scale.TimeRange;
import org.chartseal.views.timeline.scale.TimeScale;

/** Moves a timeline from where it is to another scale, so shortly that nobody waits. */
final class Glide extends Transition {

  private static final Duration LENGTH = Duration.millis(120);

  private final TimelineModel model;
  private TimeScale from;
  private TimeScale to;

  Glide(TimelineModel model) {
    this.model = model;
    this.from = model.scale();
    this.to = from;
    setCycleDuration(LENGTH);
    setInterpolator(Interpolator.EASE_BOTH);
  }

  void to(TimeScale scale) {
    stop();
    from = model.scale();
    to = scale;
    playFromStart();
  }

  /** Lengths change by a constant factor, or a zoom out of a long life would jump. */
  @Override
  protected void interpolate(double part) {
    if (part >= 1) {
      model.see(to);
      return;
    }
    double first = from.seen().length();
    double length = first * Math.pow(to.seen().length() / first, part);
    double change = to.seen().length() - first;
    double done = Math.abs(change) < 1 ? part : (length - first) / change;
    double middle = from.seen().middle() + (to.seen().middle() - from.seen().middle()) * done;
    model.see(model.scale().see(new TimeRange(middle - length / 2, middle + length / 2)));
  }
}
