/** A patient's own record. */
@NullMarked
package org.chartseal.views.myrecord;

import org.jspecify.annotations.NullMarked;
