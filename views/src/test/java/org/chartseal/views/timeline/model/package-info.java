/** Laws of the indexes. */
@NullMarked
package org.chartseal.views.timeline.model;

import org.jspecify.annotations.NullMarked;
