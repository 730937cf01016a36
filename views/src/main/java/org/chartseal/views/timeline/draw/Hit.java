package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneKind;
import org.chartseal.views.timeline.model.Strip;
import org.jspecify.annotations.Nullable;

/** What lies under a point of the frame. */
public sealed interface Hit {

  /** The lane that it is in. */
  LaneKind lane();

  /** One item, by its row in the table. */
  record Item(LaneKind lane, int row) implements Hit {}

  /**
   * A mark that stands for several.
   *
   * @param from the first of them in the strip
   * @param to after the last
   */
  record Cluster(LaneKind lane, Strip strip, int from, int to, int items) implements Hit {

    /** When the first begins. */
    public long first() {
      return strip.start(from);
    }

    /** When the last begins. */
    public long last() {
      return strip.start(to - 1);
    }

    /** The row after this one in the cluster, or its first. */
    public int after(int row) {
      for (int at = from; at < to - 1; at++) {
        if (strip.row(at) == row) {
          return strip.row(at + 1);
        }
      }
      return strip.row(from);
    }
  }

  /** Whether both are the same thing to a reader. */
  static boolean same(@Nullable Hit one, @Nullable Hit other) {
    return one == null ? other == null : one.equals(other);
  }
}
