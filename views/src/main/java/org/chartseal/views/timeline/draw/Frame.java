package org.chartseal.views.timeline.draw;

import org.chartseal.views.timeline.model.TimelineIndex;
import org.chartseal.views.timeline.scale.TimeScale;

/**
 * What one frame shows.
 *
 * @param scrolled how much of the lanes is above the axis
 * @param now the present, in milliseconds since 1970
 */
public record Frame(
    TimelineIndex index,
    TimeScale scale,
    LanePlaces places,
    Focus focus,
    double scrolled,
    double now) {}
