/** What holds for the texts, the translations and the colours of every screen. */
@NullMarked
package org.chartseal.views.consistency;

import org.jspecify.annotations.NullMarked;
