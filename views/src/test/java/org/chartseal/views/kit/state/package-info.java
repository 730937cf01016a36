/** Tests of what a place says of its state. */
@NullMarked
package org.chartseal.views.kit.state;

import org.jspecify.annotations.NullMarked;
