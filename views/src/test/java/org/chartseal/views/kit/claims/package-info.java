/** Tests of what claims are called. */
@NullMarked
package org.chartseal.views.kit.claims;

import org.jspecify.annotations.NullMarked;
