/** Tests of how entries are shown. */
@NullMarked
package org.chartseal.views.kit.entry;

import org.jspecify.annotations.NullMarked;
