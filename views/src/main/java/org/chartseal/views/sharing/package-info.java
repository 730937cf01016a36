/** What a patient shares, with whom and until when, and taking it back. */
@NullMarked
package org.chartseal.views.sharing;

import org.jspecify.annotations.NullMarked;
