/** Asking a patient for their record, and waiting for the answer. */
@NullMarked
package org.chartseal.views.ask;

import org.jspecify.annotations.NullMarked;
