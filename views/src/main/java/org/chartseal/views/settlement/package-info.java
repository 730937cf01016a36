/** The pool, what is due, and paying it. */
@NullMarked
package org.chartseal.views.settlement;

import org.jspecify.annotations.NullMarked;
