/** Settings. */
@NullMarked
package org.chartseal.views.settings;

import org.jspecify.annotations.NullMarked;
