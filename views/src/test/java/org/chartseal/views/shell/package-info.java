/** The frame around the screens. */
@NullMarked
package org.chartseal.views.shell;

import org.jspecify.annotations.NullMarked;
