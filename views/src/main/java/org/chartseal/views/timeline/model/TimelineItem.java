package org.chartseal.views.timeline.model;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One entry of a record, as the timeline takes and gives it. It is stored in columns, so that a
 * hundred thousand of them stay cheap.
 *
 * @param id unique within the timeline; a later item of the same id replaces the earlier
 * @param start when it happened or began
 */
public record TimelineItem(
    String id,
    LaneKind lane,
    Instant start,
    Extent extent,
    String title,
    Grade grade,
    @Nullable Measure measure) {

  /** Something that happened at one moment and holds no number. */
  public static TimelineItem moment(
      String id, LaneKind lane, Instant start, String title, Grade grade) {
    return new TimelineItem(id, lane, start, new Extent.Moment(), title, grade, null);
  }
}
