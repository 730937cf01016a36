/** Tests of tables. */
@NullMarked
package org.chartseal.views.kit.table;

import org.jspecify.annotations.NullMarked;
