/** Dense tables: fixed rows, sorted and filtered at once, copied as text. */
@NullMarked
package org.chartseal.views.kit.table;

import org.jspecify.annotations.NullMarked;
