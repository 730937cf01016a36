/** How a screen looks when it is empty, loading or failed. */
@NullMarked
package org.chartseal.views.kit.state;

import org.jspecify.annotations.NullMarked;
