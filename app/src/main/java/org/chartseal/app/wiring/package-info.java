/** The composition root: which implementation each service gets, by hand. */
@NullMarked
package org.chartseal.app.wiring;

import org.jspecify.annotations.NullMarked;
