@NullMarked
package org.chartseal.views.settlement;

import org.jspecify.annotations.NullMarked;
