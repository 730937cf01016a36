/** The places of an insurer's console. */
@NullMarked
package org.chartseal.views.insurer;

import org.jspecify.annotations.NullMarked;
