@NullMarked
package org.chartseal.views.billing;

import org.jspecify.annotations.NullMarked;
