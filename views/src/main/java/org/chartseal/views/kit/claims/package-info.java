/** What a claim looks like wherever one is listed. */
@NullMarked
package org.chartseal.views.kit.claims;

import org.jspecify.annotations.NullMarked;
