/** What was decided and paid, decided again from the file, and exported. */
@NullMarked
package org.chartseal.views.decided;

import org.jspecify.annotations.NullMarked;
