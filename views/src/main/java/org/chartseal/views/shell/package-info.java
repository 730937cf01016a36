/** The frame around the screens: rail, lamps, banner, command palette. */
@NullMarked
package org.chartseal.views.shell;

import org.jspecify.annotations.NullMarked;
