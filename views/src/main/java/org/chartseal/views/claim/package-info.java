/** One claim: its lines, what shows them, what was decided and why, and a person's ruling. */
@NullMarked
package org.chartseal.views.claim;

import org.jspecify.annotations.NullMarked;
