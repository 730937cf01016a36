/** A whole network in a temporary folder, for the tests of everything above the ledger. */
@NullMarked
package org.chartseal.services.testing;

import org.jspecify.annotations.NullMarked;
