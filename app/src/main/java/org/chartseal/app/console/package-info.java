/** The window: its life, who sits at it, and how its screens are wired to the services. */
@NullMarked
package org.chartseal.app.console;

import org.jspecify.annotations.NullMarked;
