/** How a verdict is shown: an icon, a word, and why. */
@NullMarked
package org.chartseal.views.kit.verdict;

import org.jspecify.annotations.NullMarked;
