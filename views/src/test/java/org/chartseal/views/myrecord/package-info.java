/** Tests of the screen. */
@NullMarked
package org.chartseal.views.myrecord;

import org.jspecify.annotations.NullMarked;
