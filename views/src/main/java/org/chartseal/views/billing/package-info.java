/** Billing a signed visit: what is billed, what the insurer will see, and sending it. */
@NullMarked
package org.chartseal.views.billing;

import org.jspecify.annotations.NullMarked;
