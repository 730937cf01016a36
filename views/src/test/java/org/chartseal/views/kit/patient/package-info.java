/** Tests of words about a person. */
@NullMarked
package org.chartseal.views.kit.patient;

import org.jspecify.annotations.NullMarked;
