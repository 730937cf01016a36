@NullMarked
package org.chartseal.views.rules;

import org.jspecify.annotations.NullMarked;
