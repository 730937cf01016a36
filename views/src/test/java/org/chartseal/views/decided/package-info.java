@NullMarked
package org.chartseal.views.decided;

import org.jspecify.annotations.NullMarked;
