/** How far what was signed is on its way to the ledger. */
@NullMarked
package org.chartseal.views.kit.sending;

import org.jspecify.annotations.NullMarked;
