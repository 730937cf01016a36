/** The first start, while the sample network is being made. */
@NullMarked
package org.chartseal.views.start;

import org.jspecify.annotations.NullMarked;
