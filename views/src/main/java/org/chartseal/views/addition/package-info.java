/** Adding documents and notes to a patient's record. */
@NullMarked
package org.chartseal.views.addition;

import org.jspecify.annotations.NullMarked;
