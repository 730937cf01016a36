/**
 * A record as a timeline: lanes by kind, drawn on a canvas, whose frames cost what fits the screen
 * and not what the record holds. It knows nothing of services or of other screens.
 */
@NullMarked
package org.chartseal.views.timeline;

import org.jspecify.annotations.NullMarked;
