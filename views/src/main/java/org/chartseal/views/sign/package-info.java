/** What waits for a signature, signed with one PIN. */
@NullMarked
package org.chartseal.views.sign;

import org.jspecify.annotations.NullMarked;
