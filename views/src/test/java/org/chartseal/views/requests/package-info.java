/** Tests of the screen. */
@NullMarked
package org.chartseal.views.requests;

import org.jspecify.annotations.NullMarked;
