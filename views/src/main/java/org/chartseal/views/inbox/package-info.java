/** What came back: how far the organisation's claims are, and what patients answered. */
@NullMarked
package org.chartseal.views.inbox;

import org.jspecify.annotations.NullMarked;
