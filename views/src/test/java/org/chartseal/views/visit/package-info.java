@NullMarked
package org.chartseal.views.visit;

import org.jspecify.annotations.NullMarked;
