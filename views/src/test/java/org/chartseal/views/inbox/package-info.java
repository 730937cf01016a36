@NullMarked
package org.chartseal.views.inbox;

import org.jspecify.annotations.NullMarked;
