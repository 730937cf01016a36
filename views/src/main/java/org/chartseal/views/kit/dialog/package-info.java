/** Dialogs over the screen, the PIN's among them; one at a time. */
@NullMarked
package org.chartseal.views.kit.dialog;

import org.jspecify.annotations.NullMarked;
