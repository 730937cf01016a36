/** The contracts: anchoring, retraction and reads that are proven against a block header. */
@NullMarked
package org.chartseal.services.ledger;

import org.jspecify.annotations.NullMarked;
