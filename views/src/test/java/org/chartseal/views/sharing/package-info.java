/** Tests of the screen. */
@NullMarked
package org.chartseal.views.sharing;

import org.jspecify.annotations.NullMarked;
