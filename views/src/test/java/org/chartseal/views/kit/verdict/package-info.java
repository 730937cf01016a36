/** Tests of how a verdict is explained. */
@NullMarked
package org.chartseal.views.kit.verdict;

import org.jspecify.annotations.NullMarked;
