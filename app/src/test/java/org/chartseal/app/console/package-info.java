/** The window on a real home. */
@NullMarked
package org.chartseal.app.console;

import org.jspecify.annotations.NullMarked;
