/** Who asks a patient for their record, and the patient's answer. */
@NullMarked
package org.chartseal.views.requests;

import org.jspecify.annotations.NullMarked;
