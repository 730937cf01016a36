/** Adding to a record, on the screen. */
@NullMarked
package org.chartseal.views.addition;

import org.jspecify.annotations.NullMarked;
