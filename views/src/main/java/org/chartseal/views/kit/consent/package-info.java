/** A consent in the plain words that both sides read. */
@NullMarked
package org.chartseal.views.kit.consent;

import org.jspecify.annotations.NullMarked;
