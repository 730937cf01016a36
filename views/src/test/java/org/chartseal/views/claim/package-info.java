/** Tests of one claim's screen. */
@NullMarked
package org.chartseal.views.claim;

import org.jspecify.annotations.NullMarked;
