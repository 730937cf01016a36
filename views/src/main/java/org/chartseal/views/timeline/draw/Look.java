package org.chartseal.views.timeline.draw;

import java.time.ZoneId;

/**
 * How everything is drawn.
 *
 * @param zone whose calendar the axis follows
 */
public record Look(Palette palette, Metrics metrics, TimelineText text, ZoneId zone) {}
