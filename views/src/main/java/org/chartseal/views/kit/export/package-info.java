/** Taking things out of the console: where they go, how far that is, and what it means. */
@NullMarked
package org.chartseal.views.kit.export;

import org.jspecify.annotations.NullMarked;
