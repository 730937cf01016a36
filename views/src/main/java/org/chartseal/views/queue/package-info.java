/** The queue: claims that wait, and deciding them. */
@NullMarked
package org.chartseal.views.queue;

import org.jspecify.annotations.NullMarked;
