/** The launcher, the command line and the composition root. */
@NullMarked
package org.chartseal.app;

import org.jspecify.annotations.NullMarked;
