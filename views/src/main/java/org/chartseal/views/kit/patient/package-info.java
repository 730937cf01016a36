/** The patient who is in the chair. */
@NullMarked
package org.chartseal.views.kit.patient;

import org.jspecify.annotations.NullMarked;
