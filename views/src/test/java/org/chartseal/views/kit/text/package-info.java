/** Words: written, read and looked for. */
@NullMarked
package org.chartseal.views.kit.text;

import org.jspecify.annotations.NullMarked;
