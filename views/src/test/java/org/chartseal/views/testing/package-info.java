/** A stage with a kit, for tests of screens. */
@NullMarked
package org.chartseal.views.testing;

import org.jspecify.annotations.NullMarked;
