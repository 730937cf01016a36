/** How lanes are walked and entries verified. */
@NullMarked
package org.chartseal.services.record.internal;

import org.jspecify.annotations.NullMarked;
