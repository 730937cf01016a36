/** Tests of the screen. */
@NullMarked
package org.chartseal.views.looked;

import org.jspecify.annotations.NullMarked;
