package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneIndex;

/**
 * Where a lane is.
 *
 * @param open whether its rows are apart, or all in one
 * @param top below the first lane's top
 */
public record LanePlace(LaneIndex lane, boolean open, double top, double height) {

  /** Whether a height below the first lane's top is in it. */
  public boolean contains(double y) {
    return top <= y && y < top + height;
  }
}
