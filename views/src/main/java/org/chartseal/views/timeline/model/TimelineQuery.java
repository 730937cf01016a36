package org.chartseal.views.timeline.model;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be seen of the items. Both are asked on another thread than JavaFX's.
 *
 * @param shown which items are there at all; null for all of them
 * @param found which of them a search found, so that the others step back; null without a search
 */
public record TimelineQuery(
    @Nullable Predicate<TimelineItem> shown, @Nullable Predicate<TimelineItem> found) {

  /** Everything, and no search. */
  public static final TimelineQuery ALL = new TimelineQuery(null, null);
}
