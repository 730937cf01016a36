/** What the timeline shows: items in columns, and the indexes that answer a frame's questions. */
@NullMarked
package org.chartseal.views.timeline.model;

import org.jspecify.annotations.NullMarked;
