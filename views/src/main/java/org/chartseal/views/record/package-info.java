/** A patient's record: its entries in time and as a list, and one of them in detail. */
@NullMarked
package org.chartseal.views.record;

import org.jspecify.annotations.NullMarked;
