package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.LaneKind;
import org.jspecify.annotations.Nullable;

/**
 * What the reader is at.
 *
 * @param selected the selected item's row, or {@link #NOTHING}
 * @param hovered what is under the pointer
 * @param lane the lane that the keys go to
 * @param keys whether keys come here at all
 */
public record Focus(int selected, @Nullable Hit hovered, @Nullable LaneKind lane, boolean keys) {

  /** No row. */
  public static final int NOTHING = -1;
}
