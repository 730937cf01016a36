/** Time on a line of pixels, and the marks of its axis. */
@NullMarked
package org.chartseal.views.timeline.scale;

import org.jspecify.annotations.NullMarked;
