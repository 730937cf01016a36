/** The rule pack as tables. */
@NullMarked
package org.chartseal.views.rules;

import org.jspecify.annotations.NullMarked;
