@NullMarked
package org.chartseal.views.queue;

import org.jspecify.annotations.NullMarked;
