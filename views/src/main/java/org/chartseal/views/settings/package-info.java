/** How the console looks and speaks, and what it is. */
@NullMarked
package org.chartseal.views.settings;

import org.jspecify.annotations.NullMarked;
