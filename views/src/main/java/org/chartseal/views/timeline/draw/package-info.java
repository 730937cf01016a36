/** Draws a timeline's frame, and remembers where it drew what. */
@NullMarked
package org.chartseal.views.timeline.draw;

import org.jspecify.annotations.NullMarked;
