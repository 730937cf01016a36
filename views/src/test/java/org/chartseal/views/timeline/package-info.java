/** Proves, measures and shows the timeline with a made-up record. */
@NullMarked
package org.chartseal.views.timeline;

import org.jspecify.annotations.NullMarked;
