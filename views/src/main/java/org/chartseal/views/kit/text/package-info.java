/** Texts by language, and dates, numbers and money by locale. */
@NullMarked
package org.chartseal.views.kit.text;

import org.jspecify.annotations.NullMarked;
