/** Laws of the scale and of the axis. */
@NullMarked
package org.chartseal.views.timeline.scale;

import org.jspecify.annotations.NullMarked;
