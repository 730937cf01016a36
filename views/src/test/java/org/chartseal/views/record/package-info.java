/** Tests of the record's screen. */
@NullMarked
package org.chartseal.views.record;

import org.jspecify.annotations.NullMarked;
