/** A record and its entries for paper, in words. */
@NullMarked
package org.chartseal.views.kit.report;

import org.jspecify.annotations.NullMarked;
