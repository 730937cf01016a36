/** Who looked at a patient's record. */
@NullMarked
package org.chartseal.views.looked;

import org.jspecify.annotations.NullMarked;
