/** Work off the JavaFX thread, its progress, and how it is stopped. */
@NullMarked
package org.chartseal.views.kit.task;

import org.jspecify.annotations.NullMarked;
