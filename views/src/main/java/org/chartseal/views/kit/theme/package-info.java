/** Light, dark and high contrast as tokens, and the scale. */
@NullMarked
package org.chartseal.views.kit.theme;

import org.jspecify.annotations.NullMarked;
