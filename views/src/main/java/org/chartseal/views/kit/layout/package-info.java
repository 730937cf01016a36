/** How parts of a screen stand to each other. */
@NullMarked
package org.chartseal.views.kit.layout;

import org.jspecify.annotations.NullMarked;
