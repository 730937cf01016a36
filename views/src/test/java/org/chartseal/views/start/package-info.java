/** Tests of the first screen. */
@NullMarked
package org.chartseal.views.start;

import org.jspecify.annotations.NullMarked;
